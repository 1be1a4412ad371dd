import type { Entry } from './Entry';

/** The device and time of a change. */
export interface EntryAuthor {
  /** Id of this browser profile: 8 random bytes in hex. */
  readonly replica: string;
  /** When the change was made, in milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Tracks when each part of an entry was written (`Entry.sync`), so that two versions can be merged part by part.
 * All functions are synchronous, because they run inside transactions.
 */
export interface EntryMerging {
  /**
   * Stamps the parts that differ from `before` (null for a new entry). If the stamps themselves differ, the entry
   * comes from a merge and is returned unchanged.
   */
  readonly stamp: (before: Entry | null, after: Entry, author: EntryAuthor) => Entry;
  /**
   * Returns an entry of a backup that the vault doesn't have. Keeps its stamps, or derives stamps from its dates.
   */
  readonly adopt: (entry: Entry) => Entry;
  /**
   * Merges two versions of an entry under the id of `own`. Also returns trash entries with the overwritten
   * secrets and codes.
   */
  readonly merge: (own: Entry, other: Entry, now: number) => readonly Entry[];
  /** Returns the shared record (`Replication.record`) with tombstones of these entries. */
  readonly purge: (record: unknown, entries: readonly Entry[], author: EntryAuthor) => unknown;
}
