/** A key to be made from a password, with all that it costs: plain data, so that it can go to a worker. */
export type Derivation = Argon2 | Scrypt | Pbkdf2;

interface Base {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
}

/** RFC 9106, version 0x13, to 32 bytes. */
export interface Argon2 extends Base {
  readonly kind: 'argon2id' | 'argon2d';
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
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

/** Injected: a worker in pages, in-process in Node. The signal ends the work with its own reason. */
export type Derive = (task: Derivation, signal?: AbortSignal) => Promise<Uint8Array>;
