/** The content of a store: the head as text, and the encrypted records by id. */
export interface Snapshot {
  readonly head: string | null;
  readonly records: ReadonlyMap<string, Uint8Array>;
}

/** What one change writes and deletes. Everything else stays. */
export interface Change {
  readonly head: string;
  readonly put: ReadonlyMap<string, Uint8Array>;
  readonly drop: readonly string[];
}

/** Stores encrypted data. It has no keys and verifies nothing. */
export interface Store {
  head(): Promise<string | null>;
  /** Returns the records with these ids. Missing records are left out. */
  records(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  all(): Promise<Snapshot>;
  /**
   * Reads, decides and writes in one atomic step. `step` is synchronous. It receives the head and the requested
   * records, and returns what to write. If `step` throws, nothing is written and its error is rethrown.
   */
  change(wanted: readonly string[] | 'all', step: (now: Snapshot) => Change): Promise<void>;
  /** Writes without reading first. */
  put(change: Change): Promise<void>;
  /** Replaces the whole content. Atomic if the store has transactions. */
  replace(snapshot: Snapshot): Promise<void>;
  /** Deletes data kept for recovery. Call it once both stores are verified. */
  settle?(): Promise<void>;
  close(): void;
}
