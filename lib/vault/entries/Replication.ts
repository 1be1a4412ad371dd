import type { Entry } from './Entry';

/** Everything that devices share of a vault, at one moment. */
export interface SharedContent {
  /** Trash included. */
  readonly entries: readonly Entry[];
  /** What is known of the other devices, as JSON, sealed beside the entries; null where there is nothing. */
  readonly record: unknown;
}

export interface SharedChange {
  readonly put: readonly Entry[];
  /** Ids of entries to delete permanently. The record says so already. */
  readonly drop: readonly string[];
  readonly record: unknown;
}

/** The vault as one of several devices has it. Needs the key. */
export interface Replication {
  /** The id of this browser profile among those that share entries. */
  replica(): Promise<string>;
  /** Another id: a copy of this profile has the same. */
  renewReplica(): Promise<void>;
  read(): Promise<SharedContent>;
  /** The record alone. */
  record(): Promise<unknown>;
  /** One atomic change. `change` is synchronous and sees the newest content; null changes nothing. */
  exchange(change: (now: SharedContent) => SharedChange | null): Promise<void>;
}
