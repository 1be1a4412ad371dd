import { AppError } from '../errors';
import { cleanKey } from './cleanKey';

/**
 * Decodes hexadecimal, in any case and with any separators. Throws `otp/bad-hex` if the text isn't hexadecimal
 * or has an odd number of digits.
 */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = cleanKey(text);
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) throw new AppError('otp/bad-hex');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Encodes bytes as lower-case hexadecimal. */
export const encodeHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
