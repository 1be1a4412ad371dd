import type { Random } from './Random';

/** A pair of X25519 keys, 32 bytes each. */
export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** What both ends of a sealed message know. */
export interface SealingContext {
  /** At least 32 bytes. Proves to the receiver that the sender knew it. */
  readonly psk: Uint8Array;
  /** Names the pre-shared key; not empty. */
  readonly pskId: Uint8Array;
  /** What the message is for. */
  readonly info: Uint8Array;
  /** Associated data: authenticated, not sealed. */
  readonly context: Uint8Array;
}

/**
 * Sealing to a public key. An instance and not a set of functions to import, because its code loads only where
 * a slot or a backup is opened or sealed: pages fetch it by `loadSealing`, a service worker has it from the start.
 */
export interface PublicKeySealing {
  /** The key pair of a secret that has at least 32 bytes of entropy (RFC 9180, DeriveKeyPair). */
  deriveKeyPair(secret: Uint8Array): KeyPair;
  /** The encapsulated key (32 bytes), then the ciphertext with its 16-byte tag. Throws for a point of low order. */
  sealTo(
    publicKey: Uint8Array,
    shared: SealingContext & { readonly random: Random },
    plaintext: Uint8Array,
  ): Uint8Array;
  /** The inverse of `sealTo`, or null where any input differs in a single bit. */
  openSealed(privateKey: Uint8Array, shared: SealingContext, sealed: Uint8Array): Uint8Array | null;
}
