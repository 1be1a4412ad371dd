/** Parameters for deriving a key from a password. They are plain data, so that a worker can receive them. */
export type Derivation = Argon2 | Scrypt | Pbkdf2;

interface Base {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
}

/** The costs of Argon2. */
export interface KdfCosts {
  /** Memory in KiB. */
  readonly memory: number;
  /** Number of passes over the memory, `t`. */
  readonly passes: number;
  /** The parallelism, `p`. */
  readonly lanes: number;
}

/**
 * Parameters of Argon2 (RFC 9106, version 0x13), for a key of 32 bytes. The password has at least 1 byte, the
 * salt at least 8.
 */
export interface Argon2 extends Base, KdfCosts {
  readonly kind: 'argon2id' | 'argon2d';
}

/**
 * Parameters of scrypt (RFC 7914), for a key of 32 bytes. The derivation needs 128 · cost · blockSize bytes of
 * memory.
 */
export interface Scrypt extends Base {
  readonly kind: 'scrypt';
  /** The cost, `N`, a power of two. */
  readonly cost: number;
  /** The block size, `r`. */
  readonly blockSize: number;
  /** The parallelism, `p`. */
  readonly lanes: number;
}

/** Parameters of PBKDF2 (RFC 8018). */
export interface Pbkdf2 extends Base {
  readonly kind: 'pbkdf2';
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly iterations: number;
  /** Length of the key in bytes. */
  readonly length: number;
}

/**
 * Derives one key. Pages inject a worker, Node derives in-process, and tests inject a fast substitute. Rejects
 * with the signal's reason if the signal aborts. Also rejects if the memory can't be allocated.
 */
export type Derive = (task: Derivation, signal?: AbortSignal) => Promise<Uint8Array>;
