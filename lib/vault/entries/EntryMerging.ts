import type { Entry } from './Entry';

/** The author and time of a change. */
export interface EntryAuthor {
  /** This browser profile: 8 random bytes in hex. */
  readonly replica: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Tracks when each part of an entry was written (`Entry.sync`), so that two versions can be merged part by
 * part. Synchronous: it runs inside transactions.
 */
export interface EntryMerging {
  /**
   * Stamps what differs from `before`, which is null for a new entry. If the stamps themselves differ, the
   * entry comes from a merge and is returned unchanged.
   */
  readonly stamp: (before: Entry | null, after: Entry, author: EntryAuthor) => Entry;
  /** Returns an entry of a backup that is new here. Keeps its stamps, or stamps it by its age if it has none. */
  readonly adopt: (entry: Entry) => Entry;
  /**
   * Merges both versions under the own id. Also returns copies for the trash of secrets and codes that were
   * overwritten.
   */
  readonly merge: (own: Entry, other: Entry, now: number) => readonly Entry[];
  /** Returns the shared record (`Replication.record`) with tombstones of these entries. */
  readonly purge: (record: unknown, entries: readonly Entry[], author: EntryAuthor) => unknown;
}
