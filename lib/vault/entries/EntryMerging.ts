import type { Entry } from './Entry';

/** Who writes, and when. */
export interface EntryAuthor {
  /** This browser profile: 8 random bytes in hex. */
  readonly replica: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Knows when each part of an entry was written (`Entry.sync`), so that two versions of it can be merged part by
 * part. Synchronous: it runs inside transactions.
 */
export interface EntryMerging {
  /**
   * Stamps what differs from `before`, which is null for a new entry. An entry with other stamps than before
   * comes from a merge and is returned as it is.
   */
  readonly stamp: (before: Entry | null, after: Entry, author: EntryAuthor) => Entry;
  /** An entry of a backup that is new here, with the stamps it had, or those of its age. */
  readonly adopt: (entry: Entry) => Entry;
  /** Both versions in one, under the own id, and copies in the trash of secrets and codes that lost. */
  readonly merge: (own: Entry, other: Entry, now: number) => readonly Entry[];
}
