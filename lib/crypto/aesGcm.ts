const importKey = (key: Uint8Array) =>
  crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

const nothing = new Uint8Array();

interface GcmKey {
  /** The key, 16 or 32 bytes. */
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  /** Associated data, which is authenticated but not encrypted. Default: empty. */
  readonly context?: Uint8Array;
}

const params = ({ nonce, context = nothing }: GcmKey) => ({
  name: 'AES-GCM',
  iv: Uint8Array.from(nonce),
  additionalData: Uint8Array.from(context),
});

/** Encrypts with AES-GCM (NIST SP 800-38D). Returns the ciphertext followed by its 16-byte tag. */
export async function sealAesGcm(
  sealing: GcmKey,
  plaintext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = Uint8Array.from(plaintext);
  return new Uint8Array(
    await crypto.subtle.encrypt(params(sealing), await importKey(sealing.key), data),
  );
}

/** Decrypts the result of `sealAesGcm`. Returns null if the key is wrong or the ciphertext was changed. */
export async function openAesGcm(
  sealing: GcmKey,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (sealing.nonce.length === 0 || sealed.length < 16) return null;
  const imported = await importKey(sealing.key);
  try {
    const data = Uint8Array.from(sealed);
    return new Uint8Array(await crypto.subtle.decrypt(params(sealing), imported, data));
  } catch {
    return null;
  }
}
