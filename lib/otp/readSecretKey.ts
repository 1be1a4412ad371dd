import { AppError } from '../errors';
import { decodeBase32 } from './base32';
import { cleanKey } from './cleanKey';
import { decodeHex } from './hex';

/** Matches a label that was copied with the key, such as "Secret key:". */
const label = /^\s*\p{L}[\p{L}\p{M}\s()]{1,40}[:：]\s*(?=[^:：]*$)/u;

/**
 * Reads a secret key as a site shows it or a person types it: lenient base32, with or without a label before it.
 * A key that isn't base32 is read as hexadecimal if it has at least 16 characters and consists of whole bytes of
 * hexadecimal. Fewer than one in 2^15 mistyped base32 keys of that length look like hexadecimal. Throws
 * `otp/bad-secret` with the first wrong character.
 */
export function readSecretKey(text: string): Uint8Array<ArrayBuffer> {
  const key = text.replace(label, '');
  try {
    return decodeBase32(key);
  } catch (error) {
    if (!(error instanceof AppError) || !isLongHex(cleanKey(key))) throw error;
    return decodeHex(key);
  }
}

const isLongHex = (key: string): boolean =>
  key.length >= 16 && key.length % 2 === 0 && /^[0-9a-f]+$/i.test(key);
