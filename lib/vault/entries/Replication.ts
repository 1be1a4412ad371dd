import type { Entry } from './Entry';

/** The content that devices share of a vault, at one moment. */
export interface SharedContent {
  /** Includes the trash. */
  readonly entries: readonly Entry[];
  /** What this device knows about the others, as JSON, sealed beside the entries; null if sync isn't set up. */
  readonly record: unknown;
}

export interface SharedChange {
  readonly put: readonly Entry[];
  /** Ids of entries to delete permanently. `record` must already have their tombstones. */
  readonly drop: readonly string[];
  readonly record: unknown;
}

/**
 * The vault's content for sync with other devices. All calls except `replica` and `renewReplica` throw
 * `vault/locked` while the vault is locked.
 */
export interface Replication {
  /** Returns the id of this browser profile among those that share entries. */
  replica(): Promise<string>;
  /** Takes a new id, because a copy of this profile has the same one. */
  renewReplica(): Promise<void>;
  read(): Promise<SharedContent>;
  /** Returns only the record, or null. */
  record(): Promise<unknown>;
  /** Makes one atomic change. `change` is synchronous and gets the newest content; null changes nothing. */
  exchange(change: (now: SharedContent) => SharedChange | null): Promise<void>;
}
