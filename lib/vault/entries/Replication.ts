import type { Entry } from './Entry';

/** The content of a vault that devices share. */
export interface SharedContent {
  /** All entries, including the trash. */
  readonly entries: readonly Entry[];
  /**
   * What this device knows about the other devices, as JSON; null if sync isn't set up. Stored encrypted beside
   * the entries.
   */
  readonly record: unknown;
}

export interface SharedChange {
  readonly put: readonly Entry[];
  /** Ids of entries to delete permanently. `record` must already contain their tombstones. */
  readonly drop: readonly string[];
  readonly record: unknown;
}

/**
 * Gives sync access to the vault's content. All methods except `replica` and `renewReplica` throw `vault/locked`
 * while the vault is locked.
 */
export interface Replication {
  /** Returns this browser profile's id for sync. */
  replica(): Promise<string>;
  /**
   * Replaces this browser profile's id for sync. Needed if the profile was copied, because the copy has the same
   * id.
   */
  renewReplica(): Promise<void>;
  read(): Promise<SharedContent>;
  /** Returns the shared record without reading the entries, or null. */
  record(): Promise<unknown>;
  /**
   * Makes one atomic change. `change` is synchronous and receives the stored content. If `change` returns null,
   * nothing is written.
   */
  exchange(change: (now: SharedContent) => SharedChange | null): Promise<void>;
}
