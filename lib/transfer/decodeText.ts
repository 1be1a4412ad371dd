import { guessEncoding } from './guessEncoding';

export interface DecodedText {
  /** The text, trimmed and without a byte order mark. */
  readonly text: string;
  /** The guessed encoding, or null if the bytes are UTF-8 or marked as UTF-16. */
  readonly guessed: string | null;
}

/** Number of bytes of a text from which its encoding is guessed. */
const sampleLength = 4_096;
const bom = /^\uFEFF/;

/**
 * Decodes a text file as UTF-8, as UTF-16 with or without a byte order mark, or else in the encoding that the
 * text declares or resembles. Returns null if the bytes aren't text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const encoding = unicodeOf(bytes);
  const text = decode(bytes, encoding, true);
  if (text !== null) return text.includes('\0') ? null : { text, guessed: null };
  if (encoding !== 'utf-8' || !looksLikeText(bytes)) return null;
  const guessed = guessEncoding(bytes);
  const lenient = decode(bytes, guessed, false);
  return lenient === null ? null : { text: lenient, guessed };
}

/** Returns UTF-16 if the text has its byte order mark or zero bytes beside ASCII, otherwise UTF-8. */
function unicodeOf(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  if (bytes.length < 8 || bytes.length % 2 === 1) return 'utf-8';
  const sample = bytes.subarray(0, sampleLength);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.6 && even < most * 0.05) return 'utf-16le';
  if (even > most * 0.6 && odd < most * 0.05) return 'utf-16be';
  return 'utf-8';
}

/**
 * Whether bytes that aren't Unicode may be text. The bytes must be mostly ASCII. Control characters are allowed
 * only if nearly all bytes are ASCII, because ciphertext has a control character about every nine bytes.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  let ascii = 0;
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    const isSpace = byte === 9 || byte === 10 || byte === 13;
    if (isSpace || (byte >= 32 && byte < 127)) ascii++;
    else if (byte < 32 || byte === 127) control++;
  }
  if (bytes.length === 0) return false;
  const share = ascii / bytes.length;
  return control === 0 ? share >= 0.5 : share >= 0.9;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes).replace(bom, '').trim();
  } catch {
    return null;
  }
}
