/** The content of a store: the text of the head, and the sealed records by id. */
export interface Snapshot {
  readonly head: string | null;
  readonly records: ReadonlyMap<string, Uint8Array>;
}

/** The writes of one change. Everything else stays. */
export interface Change {
  readonly head: string;
  readonly put: ReadonlyMap<string, Uint8Array>;
  readonly drop: readonly string[];
}

/** Stores ciphertext. It has no keys and verifies nothing. */
export interface Store {
  head(): Promise<string | null>;
  /** Returns the records of these ids, without the missing ones. */
  records(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  all(): Promise<Snapshot>;
  /**
   * Reads, decides and writes in one atomic step. `step` is synchronous: it gets the head and the
   * requested records, and returns what to write. If it throws, nothing is written and its error is
   * rethrown.
   */
  change(wanted: readonly string[] | 'all', step: (now: Snapshot) => Change): Promise<void>;
  /** Writes without reading. */
  put(change: Change): Promise<void>;
  /** Replaces the whole content. Atomic if the store has transactions. */
  replace(snapshot: Snapshot): Promise<void>;
  /** Call it once both stores are verified: data kept for recovery can be deleted. */
  settle?(): Promise<void>;
  close(): void;
}
