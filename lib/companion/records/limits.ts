/** Failed attempts against one target, and the lock that follows. */
export interface Lock {
  readonly id: string;
  /** Times of the failures that count towards the next lock. */
  readonly strikes: readonly number[];
  /** Failures in a row, across all locks. */
  readonly total: number;
  /** The number of locks. Each is twice as long as the one before. */
  readonly level: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
  readonly expiresAt: number;
  /** The last attempt if the address has no account: the number of these rows is limited. */
  readonly strangerAt: number | null;
}

export interface Limit {
  readonly id: string;
  readonly hits: readonly number[];
  readonly expiresAt: number;
}
