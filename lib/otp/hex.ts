import { AppError } from '../errors';

/** Whole bytes in hexadecimal, any case, with or without spaces. Throws `otp/bad-secret`. */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/[\s\-_]/g, '');
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) throw new AppError('otp/bad-secret');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lower-case hexadecimal. */
export const encodeHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
