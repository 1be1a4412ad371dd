import { AppError } from '../errors';
import { decodeBase32 } from './base32';
import { cleanKey } from './cleanKey';
import { decodeHex } from './hex';
import { withoutWords } from './withoutWords';

/**
 * Reads a secret key as a site shows it or a person types it: lenient base32, with or without other words around it.
 * A key that isn't base32 is read as hexadecimal if it has at least 16 characters and consists of whole bytes of
 * hexadecimal. Fewer than one in 2^15 mistyped base32 keys of that length look like hexadecimal. Throws
 * `otp/bad-secret` with the first wrong character, or `otp/words-around-key`.
 */
export function readSecretKey(text: string): Uint8Array<ArrayBuffer> {
  const key = withoutWords(text);
  try {
    return decodeBase32(key);
  } catch (error) {
    if (!(error instanceof AppError) || !isLongHex(cleanKey(key))) throw error;
    return decodeHex(key);
  }
}

const isLongHex = (key: string): boolean =>
  key.length >= 16 && key.length % 2 === 0 && /^[0-9a-f]+$/i.test(key);
