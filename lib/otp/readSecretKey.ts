import { AppError } from '../errors';
import { decodeBase32 } from './base32';
import { decodeHex } from './hex';

/**
 * The bytes of a secret key as a site shows it or a person types it: base32, leniently. A key of 16 or
 * more characters that is no base32 but whole bytes of hexadecimal is taken as such; a mistyped base32 key
 * of that length is one by accident in at most one of 2^15 cases. Throws `otp/bad-secret`.
 */
export function readSecretKey(text: string): Uint8Array<ArrayBuffer> {
  try {
    return decodeBase32(text);
  } catch (error) {
    const digits = text.replace(/[\s\-_]/g, '');
    if (!(error instanceof AppError) || digits.length < 16) throw error;
    return decodeHex(digits);
  }
}
