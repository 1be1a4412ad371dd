const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Size of a recovery key in bytes. */
export const recoveryKeyLength = 20;

/** Formats a recovery key of 20 bytes as base32 (RFC 4648), in eight groups of four letters. */
export function recoveryKeyToText(key: Uint8Array): string {
  const bits = Array.from(key, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g)?.map((five) => alphabet[parseInt(five, 2)]) ?? [];
  return letters.join('').match(/.{4}/g)?.join('-') ?? '';
}

/**
 * Reads a typed recovery key. Returns null if the text isn't a recovery key. Ignores case, spaces and hyphens,
 * and reads digits outside the alphabet as the letters that they resemble.
 */
export function recoveryKeyFromText(text: string): Uint8Array | null {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B');
  if (!/^[A-Z2-7]{32}$/.test(letters)) return null;
  const bits = Array.from(letters, (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (eight) => parseInt(eight, 2));
}
