const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Decodes the payload of a code that names no character set. Returns the UTF-8 text if the bytes are valid UTF-8,
 * otherwise `guess`, the decoder's guess (Shift_JIS or Latin-1).
 */
export function textOf(bytes: Uint8Array, guess: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return guess;
  }
}
