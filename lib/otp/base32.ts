import { AppError } from '../errors';
import { cleanKey } from './cleanKey';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const smallLetters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Decodes base32 (RFC 4648) as people and apps write it: in any case, grouped (see cleanKey), with or without
 * padding, in any length. Bits that don't fill a byte are dropped. Throws `otp/bad-secret` for an empty text. For
 * a character outside the alphabet, the error has the character and its position. Such characters aren't
 * replaced, because 0 could be O or Q.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const letters = Array.from(cleanKey(text));
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const [at, letter] of letters.entries()) {
    const small = smallLetters.indexOf(letter);
    const value = small < 0 ? alphabet.indexOf(letter) : small;
    if (value < 0) throw new AppError('otp/bad-secret', { character: letter, position: at + 1 });
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (buffer >> bits) & 0xff;
    }
  }
  if (length === 0) throw new AppError('otp/bad-secret');
  return bytes;
}

/** Encodes bytes as base32 (RFC 4648) in upper case without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(buffer >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + alphabet[(buffer << (5 - bits)) & 31] : text;
}
