import { AppError } from '../errors';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * RFC 4648 base32 as people and apps really write it: any case, with spaces, hyphens, underscores or
 * padding, and of any length (bits that fill no byte are dropped). A character outside the alphabet is
 * never guessed at: 0 may have been O or Q. Throws `otp/bad-secret` for one, and for nothing at all.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/[\s\-_=]/g, '').toUpperCase();
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const letter of letters) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new AppError('otp/bad-secret');
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

/** RFC 4648 base32 in capitals and without padding. */
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
