import type { ErrorCode, ErrorFacts } from '../errors';

/** Why the last round failed. */
export interface SyncFailure {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  /** When the next try is due, in milliseconds since the Unix epoch; null where a person must act first. */
  readonly retryAt: number | null;
}

/** How sync goes, for pages. It tells of no account. */
export interface SyncStatus {
  readonly running: boolean;
  readonly failure: SyncFailure | null;
  /** Rounds that failed one after the other. */
  readonly failures: number;
  /** Whether there is something to read or decide on the page "Sync". */
  readonly needsPerson: boolean;
  /** When a round ended last, well or not, in milliseconds since the Unix epoch. */
  readonly endedAt: number;
  /** Bytes of this set's files in the store, as the last round saw them, or null. */
  readonly bytesUsed: number | null;
}

export const noStatus: SyncStatus = {
  running: false,
  failure: null,
  failures: 0,
  needsPerson: false,
  endedAt: 0,
  bytesUsed: null,
};
