import type { ErrorCode, ErrorFacts } from '../errors';

/** The reason why the last round failed. */
export interface SyncFailure {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  /** When the next retry is due, in milliseconds since the Unix epoch, or null if the user must act first. */
  readonly retryAt: number | null;
}

/** The state of sync for display. Reveals no account. */
export interface SyncStatus {
  readonly running: boolean;
  readonly failure: SyncFailure | null;
  /** The number of consecutive failed rounds. */
  readonly failures: number;
  /** Whether the user must read or decide something on the page "Sync". */
  readonly needsPerson: boolean;
  /** When the last round ended, successful or not, in milliseconds since the Unix epoch. */
  readonly endedAt: number;
  /** Total size of the sync set's files in the last round, in bytes, or null if unknown. */
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
