const importKey = (key: Uint8Array) =>
  crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

const params = (nonce: Uint8Array, context: Uint8Array) => ({
  name: 'AES-GCM',
  iv: Uint8Array.from(nonce),
  additionalData: Uint8Array.from(context),
});

const nothing = new Uint8Array();

/**
 * Encrypts with AES-GCM (NIST SP 800-38D). Returns the ciphertext followed by its 16-byte tag. `key`
 * has 16 or 32 bytes.
 */
export async function sealAesGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array = nothing,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = Uint8Array.from(plaintext);
  return new Uint8Array(
    await crypto.subtle.encrypt(params(nonce, context), await importKey(key), data),
  );
}

/** The inverse of `sealAesGcm`. Returns null if the key is wrong or a bit was changed. */
export async function openAesGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array = nothing,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (nonce.length === 0 || sealed.length < 16) return null;
  const imported = await importKey(key);
  try {
    const data = Uint8Array.from(sealed);
    return new Uint8Array(await crypto.subtle.decrypt(params(nonce, context), imported, data));
  } catch {
    return null;
  }
}
