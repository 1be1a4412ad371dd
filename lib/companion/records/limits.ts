/** The failed attempts against one target, and until when further attempts are locked. */
export interface Lock {
  readonly id: string;
  /** Times of the failures that count toward the next lock. */
  readonly strikes: readonly number[];
  /** Failures in a row. Locks don't reset this count. */
  readonly total: number;
  /**
   * Number of locks in a row, without a quiet day in between. Each lock lasts twice as long as the previous lock,
   * up to the rule's maximum.
   */
  readonly level: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
  readonly expiresAt: number;
  /**
   * Time of the last failure if the address has no account, otherwise null. The number of locks with a time is
   * limited.
   */
  readonly strangerAt: number | null;
}

export interface Limit {
  readonly id: string;
  readonly hits: readonly number[];
  readonly expiresAt: number;
}
