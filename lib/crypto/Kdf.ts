/** What Argon2id may cost. */
export interface KdfCosts {
  /** KiB. */
  readonly memory: number;
  /** How often the memory is walked: `t`. */
  readonly passes: number;
  /** `p`. */
  readonly lanes: number;
}

/**
 * Argon2id (RFC 9106, version 0x13) to 32 bytes. `passphrase` has at least 1 byte, `salt` 8. Injected: a worker in
 * pages, in-process in Node, something quick in tests. Rejects where the memory can't be had.
 */
export type Kdf = (
  passphrase: Uint8Array,
  salt: Uint8Array,
  costs: KdfCosts,
) => Promise<Uint8Array>;
