/**
 * Minimum and maximum size in bytes. The minimum has room for a nonce, a tag and some data, but for no list of
 * accounts.
 */
const [shortest, longest] = [48, 16 * 1024 * 1024];

/**
 * Whether bytes may be ciphertext without a header. At least half of the first 256 bytes must be distinct; texts,
 * programs and documents repeat bytes more often.
 */
export function looksRandom(bytes: Uint8Array): boolean {
  if (bytes.length < shortest || bytes.length > longest) return false;
  const head = bytes.subarray(0, 256);
  return new Set(head).size >= head.length / 2;
}
