import { guessEncoding } from './guessEncoding';

export interface DecodedText {
  /** Trimmed, without a byte order mark. */
  readonly text: string;
  /** The guessed encoding if the bytes are neither UTF-8 nor marked UTF-16; otherwise null. */
  readonly guessed: string | null;
}

/** How many bytes of a text are used to guess its encoding. */
const sampleLength = 4_096;
const bom = /^\uFEFF/;

/**
 * Decodes a text file: UTF-8, UTF-16 with or without a byte order mark, or else the encoding that the text
 * declares or looks like. Returns null if the bytes aren't text.
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

/** UTF-16 by its byte order mark, or by the zero bytes beside ASCII; otherwise UTF-8. */
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
 * Whether bytes that aren't Unicode may be text: mostly ASCII, and without control characters unless
 * nearly all of it is ASCII. Ciphertext has a control character every nine bytes.
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
