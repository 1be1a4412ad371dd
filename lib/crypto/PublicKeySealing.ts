import type { Random } from './Random';

/** An X25519 key pair, 32 bytes each. */
export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** What the sender and the receiver of a sealed message must both know. */
export interface SealingContext {
  /** The pre-shared key, at least 32 bytes. It proves to the receiver who the sender is. */
  readonly psk: Uint8Array;
  /** Identifies the pre-shared key. Must not be empty. */
  readonly pskId: Uint8Array;
  /** The purpose of the message. */
  readonly info: Uint8Array;
  /** Associated data, which is authenticated but not encrypted. */
  readonly context: Uint8Array;
}

/**
 * Public-key encryption. It is injected, because most pages don't need its code. Pages load the code with
 * `loadSealing`; the service worker's bundle includes the code.
 */
export interface PublicKeySealing {
  /** Derives a key pair from a secret with at least 32 bytes of entropy (RFC 9180, DeriveKeyPair). */
  deriveKeyPair(secret: Uint8Array): KeyPair;
  /**
   * Encrypts a message to a public key. Returns the encapsulated key (32 bytes), the ciphertext and its 16-byte
   * tag. Throws if the public key is a point of low order.
   */
  sealTo(
    publicKey: Uint8Array,
    shared: SealingContext & { readonly random: Random },
    plaintext: Uint8Array,
  ): Uint8Array;
  /** Decrypts the result of `sealTo`. Returns null if any input differs. */
  openSealed(privateKey: Uint8Array, shared: SealingContext, sealed: Uint8Array): Uint8Array | null;
}
