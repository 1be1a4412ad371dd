import type { Moment, ReplicaId, Stamp } from './stamp';

/** The data that this replica has about another replica. */
export interface Device {
  readonly name: string;
  readonly app: string;
  /** The number of the device's newest merged file. */
  readonly seq: number;
  /**
   * When the device wrote its newest merged file, in milliseconds: by the store's clock if known, otherwise by
   * the device's clock.
   */
  readonly lastSeen: number;
  /** How far the device's clock is ahead of the store's or this device's, in milliseconds. */
  readonly clockOff: number;
}

/** A purged entry: its id, the time of the purge, and the writes that the purge had seen. */
export type Tombstone = readonly [
  id: string,
  purged: Stamp,
  seen: readonly (readonly [ReplicaId, Moment])[],
];

/**
 * The combined content of the store's files. While the vault's state matches this content, no new file is
 * written.
 */
export interface Coverage {
  /** The digest of the covered state, from `digestOf`. */
  readonly digest: string;
  readonly files: Readonly<Record<ReplicaId, number>>;
}

/** The state that a replica keeps between rounds, as JSON, sealed in the vault. */
export interface SyncMemory {
  /** The id of the sync set: 8 hex digits. */
  readonly set: string;
  readonly epoch: number;
  /** The sync key: 32 bytes as base64url. */
  readonly key: string;
  /** The name of this device, as other devices show it. */
  readonly name: string;
  /** The number of the last own file that was completely written. */
  readonly seq: number;
  /** The own file that is being written, or null. */
  readonly pending: { readonly seq: number; readonly made: Stamp } | null;
  readonly covered: Coverage | null;
  readonly devices: Readonly<Record<ReplicaId, Device>>;
  readonly purged: readonly Tombstone[];
  /**
   * The number of each other replica's unreadable file, as this replica last reported it to the writer of the
   * file.
   */
  readonly unreadable: Readonly<Record<ReplicaId, number>>;
  /** When the last round succeeded, in milliseconds, or null. */
  readonly lastRound: number | null;
}
