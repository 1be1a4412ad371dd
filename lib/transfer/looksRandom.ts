/** Long enough for a nonce, a tag and a little between them; short enough for a list of accounts. */
const [shortest, longest] = [48, 16 * 1024 * 1024];

/**
 * Whether bytes may be ciphertext without any mark: at least half of the values that could differ at its
 * beginning do. Texts, programs and documents repeat theirs.
 */
export function looksRandom(bytes: Uint8Array): boolean {
  if (bytes.length < shortest || bytes.length > longest) return false;
  const head = bytes.subarray(0, 256);
  return new Set(head).size >= head.length / 2;
}
