/** The text in a code's bytes: UTF-8 where they are valid UTF-8, otherwise Latin-1 (ISO/IEC 18004, byte mode). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
