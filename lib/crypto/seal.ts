import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Size of a nonce in bytes. It is large enough that random nonces don't collide. */
export const nonceLength = 24;

/** Size of the authentication tag in bytes. */
export const tagLength = 16;

interface SealKey {
  /** The key, 32 bytes. */
  readonly key: Uint8Array;
  /** The nonce, 24 bytes. Never use it twice with the same key. */
  readonly nonce: Uint8Array;
  /** Associated data, which is authenticated but not encrypted. */
  readonly context: Uint8Array;
}

/**
 * Encrypts with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Returns the ciphertext followed by its 16-byte
 * tag. Synchronous, so that it can run inside an IndexedDB transaction.
 */
export const seal = ({ key, nonce, context }: SealKey, plaintext: Uint8Array): Uint8Array =>
  xchacha20poly1305(key, nonce, context).encrypt(plaintext);

/** Decrypts the result of `seal`. Returns null if any input differs. */
export function unseal({ key, nonce, context }: SealKey, sealed: Uint8Array): Uint8Array | null {
  if (nonce.length !== nonceLength || sealed.length < tagLength) return null;
  try {
    return xchacha20poly1305(key, nonce, context).decrypt(sealed);
  } catch {
    return null;
  }
}
