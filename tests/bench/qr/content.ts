import type { Random } from './random';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Returns an enrollment URI of the usual length, which needs QR versions 5 to 9 at level M. */
export function enrollment(by: Random): string {
  const issuer = by.text(by.whole(4, 12));
  const account = `${by.text(by.whole(4, 10))}@${by.text(by.whole(5, 9))}.example`;
  const secret = by.text(by.pick([16, 26, 32, 52]), base32);
  return `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`;
}

/** Returns a text as long as a phone's export of many accounts, which needs QR versions 20 to 25 at level L. */
export function denseExport(by: Random): string {
  const data = by.text(by.whole(860, 1230), base64);
  return `otpauth-migration://offline?data=${encodeURIComponent(`${data}==`).slice(0, 1270)}`;
}
