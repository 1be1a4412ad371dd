import type { Moment, ReplicaId, Stamp } from './stamp';

/** What this replica knows about another one. */
export interface Device {
  readonly name: string;
  readonly app: string;
  /** Its newest merged file. */
  readonly seq: number;
  /** When that file was written, in milliseconds, by the store's clock or the device's own. */
  readonly lastSeen: number;
  /** How far its clock is ahead, in milliseconds. */
  readonly clockOff: number;
}

/** A purged entry: its id, the time, and which writes the purge had seen. */
export type Tombstone = readonly [
  id: string,
  purged: Stamp,
  seen: readonly (readonly [ReplicaId, Moment])[],
];

/** The combined content of the store's files, so that an unchanged vault writes no new file. */
export interface Coverage {
  /** The state's digest, from `digestOf`. */
  readonly digest: string;
  readonly files: Readonly<Record<ReplicaId, number>>;
}

/** What a replica remembers between rounds, sealed in the vault. JSON. */
export interface SyncMemory {
  /** 8 hex digits. */
  readonly set: string;
  readonly epoch: number;
  /** 32 bytes as base64url. */
  readonly key: string;
  /** The device name shown to the others. */
  readonly name: string;
  /** The number of the last own file that was completely written. */
  readonly seq: number;
  /** The number of the own file being written. */
  readonly pending: { readonly seq: number; readonly made: Stamp } | null;
  readonly covered: Coverage | null;
  readonly devices: Readonly<Record<ReplicaId, Device>>;
  readonly purged: readonly Tombstone[];
  /** Unreadable files of others that were already reported to them. */
  readonly unreadable: Readonly<Record<ReplicaId, number>>;
  /** When the last round succeeded, in milliseconds, or null. */
  readonly lastRound: number | null;
}
