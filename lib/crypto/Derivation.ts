/** A key to derive from a password, with its cost. Plain data, so that it can be sent to a worker. */
export type Derivation = Argon2 | Scrypt | Pbkdf2;

interface Base {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
}

/** The costs of Argon2. */
export interface KdfCosts {
  /** KiB. */
  readonly memory: number;
  /** The number of passes, `t`. */
  readonly passes: number;
  /** The parallelism, `p`. */
  readonly lanes: number;
}

/** RFC 9106, version 0x13, to 32 bytes. The password has at least 1 byte, the salt at least 8. */
export interface Argon2 extends Base, KdfCosts {
  readonly kind: 'argon2id' | 'argon2d';
}

/** RFC 7914, to 32 bytes. Takes 128 · cost · blockSize bytes. */
export interface Scrypt extends Base {
  readonly kind: 'scrypt';
  /** `N`, a power of two. */
  readonly cost: number;
  /** `r`. */
  readonly blockSize: number;
  /** `p`. */
  readonly lanes: number;
}

/** RFC 8018. */
export interface Pbkdf2 extends Base {
  readonly kind: 'pbkdf2';
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly iterations: number;
  /** Bytes. */
  readonly length: number;
}

/**
 * Derives one key. Injected: a worker in pages, in-process in Node, a fast stand-in in tests. Rejects with the
 * signal's reason when it aborts, and if the memory can't be allocated.
 */
export type Derive = (task: Derivation, signal?: AbortSignal) => Promise<Uint8Array>;
