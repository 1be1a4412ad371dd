import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Bytes of a nonce: enough that random ones never meet. */
export const nonceLength = 24;

/** Bytes that the authentication tag adds. */
export const tagLength = 16;

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): the ciphertext with its 16-byte tag behind.
 * `key` has 32 bytes, `nonce` 24; `context` is authenticated, not sealed. Synchronous, so that it fits
 * inside one IndexedDB transaction.
 */
export const seal = (
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array,
): Uint8Array => xchacha20poly1305(key, nonce, context).encrypt(plaintext);

/** The inverse of `seal`, or null where a single bit of the four inputs is not as it was. */
export function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Uint8Array | null {
  if (nonce.length !== nonceLength || sealed.length < tagLength) return null;
  try {
    return xchacha20poly1305(key, nonce, context).decrypt(sealed);
  } catch {
    return null;
  }
}
