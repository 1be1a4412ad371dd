import { AppError } from '../errors';
import { decodeBase32 } from './base32';
import { makeOtp } from './makeOtp';
import type { OtpAccount } from './Otp';

/**
 * Reads the secret of a `steam://` URI, as password managers write it: base32, or 20 bytes as base64 without
 * padding. Returns null for an address of the Steam client, such as `steam://run/440`.
 */
export function readSteamUri(secret: string): OtpAccount | null {
  const isBase64 =
    /^[A-Za-z0-9+/]{27}=?$/.test(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret);
  if (isBase64) return steamAccount(Uint8Array.from(atob(secret), (byte) => byte.charCodeAt(0)));
  if (secret.includes('/')) return null;
  if (secret === '') throw new AppError('otp/bad-secret');
  return steamAccount(decodeBase32(secret));
}

const steamAccount = (secret: Uint8Array): OtpAccount => ({
  issuer: 'Steam',
  account: '',
  otp: makeOtp({ kind: 'steam', secret }),
});
