import { encodeBase32 } from './base32';
import { encodeHex } from './hex';
import type { Otp, OtpAccount } from './Otp';

/**
 * Formats an account as a URI that most apps understand, and that parseOtpUri reads back to the same account.
 * Spaces become `%20` and never `+`. The issuer is both prefix and parameter. Other parameters are included only
 * if they differ from the defaults. The URI contains the secret.
 */
export function formatOtpUri({ issuer, account, otp }: OtpAccount): string {
  const label = formatLabel(issuer, account);
  const params = [
    ...secretParams(otp),
    ...(issuer ? [`issuer=${encode(issuer)}`] : []),
    ...kindParams(otp, issuer),
  ];
  return `${start(otp)}${label}?${params.join('&')}`;
}

/**
 * Formats the label of a URI. Many readers end the prefix at its first colon, escaped or not, and reject a prefix
 * that differs from the issuer parameter. So a colon is never in the prefix, only in the parameter. A leading
 * colon marks a missing prefix, also for an account called Steam (see parseOtpUri).
 */
function formatLabel(issuer: string, account: string): string {
  if (issuer && !issuer.includes(':')) return `${encode(issuer)}:${encode(account)}`;
  if (issuer && account.includes(':'))
    return `${encode(issuer.replaceAll(':', ' '))}:${encode(account)}`;
  const needsColon = account.includes(':') || (!issuer && /^steam$/i.test(account));
  return `${needsColon ? ':' : ''}${encode(account)}`;
}

const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function start(otp: Otp): string {
  if (otp.kind === 'motp') return 'motp://';
  return otp.kind === 'yandex' ? 'otpauth://yaotp/' : `otpauth://${otp.kind}/`;
}

function secretParams(otp: Otp): string[] {
  if (otp.kind === 'motp') {
    return [`secret=${encodeHex(otp.secret)}`, ...(otp.pin ? [`pin=${encode(otp.pin)}`] : [])];
  }
  const secret = `secret=${encodeBase32(otp.secret)}`;
  if (otp.kind !== 'yandex' || otp.pin === '') return [secret];
  const pin = encodeBase32(new TextEncoder().encode(otp.pin));
  return [secret, `pin=${pin}`, `pin_length=${otp.pin.length}`];
}

function kindParams(otp: Otp, issuer: string): string[] {
  if (otp.kind !== 'totp' && otp.kind !== 'hotp') return [];
  // Readers treat the issuer Steam as Steam Guard if `digits` is 5 or missing.
  const sayDigits = otp.digits !== 6 || issuer.toLowerCase() === 'steam';
  return [
    ...(otp.algorithm === 'SHA1' ? [] : [`algorithm=${otp.algorithm}`]),
    ...(sayDigits ? [`digits=${otp.digits}`] : []),
    ...(otp.kind === 'totp' && otp.period !== 30 ? [`period=${otp.period}`] : []),
    ...(otp.kind === 'hotp' ? [`counter=${otp.counter}`] : []),
  ];
}
