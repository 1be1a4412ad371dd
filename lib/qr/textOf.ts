const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Decodes the payload of a code that names no character set: UTF-8 if it is valid, otherwise `guess`, the
 * guess of the decoder (Shift_JIS or Latin-1).
 */
export function textOf(bytes: Uint8Array, guess: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return guess;
  }
}
