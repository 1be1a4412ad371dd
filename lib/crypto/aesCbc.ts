const importKey = (key: Uint8Array) =>
  crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-CBC', false, ['encrypt', 'decrypt']);

interface CbcKey {
  readonly key: Uint8Array;
  /** The initialization vector, 16 bytes. */
  readonly iv: Uint8Array;
}

/** Encrypts with AES-CBC and PKCS #7 padding, as other apps do. The ciphertext isn't authenticated. */
export async function sealAesCbc(
  { key, iv }: CbcKey,
  plaintext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const params = { name: 'AES-CBC', iv: Uint8Array.from(iv) };
  const data = Uint8Array.from(plaintext);
  return new Uint8Array(await crypto.subtle.encrypt(params, await importKey(key), data));
}

/**
 * Decrypts AES-CBC. Returns null if the padding is wrong. Only the padding detects a wrong key, and it misses one
 * wrong key in 256.
 */
export async function openAesCbc(
  { key, iv }: CbcKey,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (iv.length !== 16 || sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const imported = await importKey(key);
  try {
    const params = { name: 'AES-CBC', iv: Uint8Array.from(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(params, imported, Uint8Array.from(sealed)));
  } catch {
    return null;
  }
}
