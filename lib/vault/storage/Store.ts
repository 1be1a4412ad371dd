/** What a store holds: the text of the head, and the sealed records by id. */
export interface Snapshot {
  readonly head: string | null;
  readonly records: ReadonlyMap<string, Uint8Array>;
}

/** What one change writes. Nothing else is touched. */
export interface Change {
  readonly head: string;
  readonly put: ReadonlyMap<string, Uint8Array>;
  readonly drop: readonly string[];
}

/** A place that keeps ciphertext. It knows nothing of keys and checks nothing. */
export interface Store {
  head(): Promise<string | null>;
  /** The records of these ids; those that are missing are missing here too. */
  records(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  all(): Promise<Snapshot>;
  /**
   * Reads, decides and writes in one atomic step. `step` is synchronous; it sees the head and the wanted
   * records, and answers what to write. Where it throws nothing is written and its error comes through.
   */
  change(wanted: readonly string[] | 'all', step: (now: Snapshot) => Change): Promise<void>;
  /** Writes without reading. */
  put(change: Change): Promise<void>;
  /** What it holds is verified, and so is the other store: what it had put by for worse days can go. */
  settle?(): Promise<void>;
  close(): void;
}
