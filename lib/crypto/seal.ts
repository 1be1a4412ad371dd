import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Nonce size in bytes, large enough that random nonces don't collide. */
export const nonceLength = 24;

/** Size of the authentication tag in bytes. */
export const tagLength = 16;

/**
 * Encrypts with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Returns the ciphertext followed by
 * its 16-byte tag. `key` has 32 bytes, `nonce` 24; `context` is authenticated, not encrypted.
 * Synchronous, so that it can run inside an IndexedDB transaction.
 */
export const seal = (
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array,
): Uint8Array => xchacha20poly1305(key, nonce, context).encrypt(plaintext);

/** The inverse of `seal`. Returns null if any of the four inputs differs. */
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
