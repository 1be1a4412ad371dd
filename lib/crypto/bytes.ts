const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Encodes text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Decodes UTF-8. Returns null if the bytes aren't valid UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Concatenates arrays of bytes. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Encodes a number as 4 bytes, big-endian. */
export function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/**
 * Concatenates fields, each after its length in 4 bytes, so that different lists of fields give different bytes.
 * Texts are encoded as UTF-8, numbers as 4 bytes.
 */
export const lengthPrefixed = (fields: readonly (string | number | Uint8Array)[]): Uint8Array =>
  concat(
    ...fields.flatMap((field) => {
      const bytes =
        typeof field === 'string' ? utf8(field) : typeof field === 'number' ? uint32(field) : field;
      return [uint32(bytes.length), bytes];
    }),
  );

/** Whether two arrays are equal. Compares in constant time. */
export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
