import { AppError } from '../errors';
import { cleanKey } from './cleanKey';
import { decodeHex } from './hex';

/**
 * Decodes the secret of a Mobile-OTP account, which is hexadecimal. Throws `otp/bad-hex` for any other text, and
 * also for upper-case letters: the code is the hash of the text, and Stratum, andOTP and servers hash it as it
 * is written.
 */
export function decodeMotpSecret(text: string): Uint8Array<ArrayBuffer> {
  if (/[A-F]/.test(cleanKey(text))) throw new AppError('otp/bad-hex');
  return decodeHex(text);
}
