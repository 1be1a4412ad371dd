import type { Random } from './Random';

/** An X25519 key pair, 32 bytes each. */
export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** What sender and receiver of a sealed message share. */
export interface SealingContext {
  /** At least 32 bytes. Proves to the receiver that the sender knew it. */
  readonly psk: Uint8Array;
  /** Names the pre-shared key; not empty. */
  readonly pskId: Uint8Array;
  /** The purpose of the message. */
  readonly info: Uint8Array;
  /** Associated data: authenticated, not encrypted. */
  readonly context: Uint8Array;
}

/**
 * Public key encryption. An injected instance, because its code is loaded only to open or seal a slot or a backup:
 * pages fetch it with `loadSealing`, a service worker contains it from the start.
 */
export interface PublicKeySealing {
  /** Derives the key pair of a secret with at least 32 bytes of entropy (RFC 9180, DeriveKeyPair). */
  deriveKeyPair(secret: Uint8Array): KeyPair;
  /**
   * Returns the encapsulated key (32 bytes), then the ciphertext with its 16-byte tag. Throws for a point of low
   * order.
   */
  sealTo(
    publicKey: Uint8Array,
    shared: SealingContext & { readonly random: Random },
    plaintext: Uint8Array,
  ): Uint8Array;
  /** The inverse of `sealTo`. Returns null if any input differs. */
  openSealed(privateKey: Uint8Array, shared: SealingContext, sealed: Uint8Array): Uint8Array | null;
}
