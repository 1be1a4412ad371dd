import type { Moment, ReplicaId, Stamp } from './stamp';

/** What is known of another replica. */
export interface Device {
  readonly name: string;
  readonly app: string;
  /** The newest file of it that was merged. */
  readonly seq: number;
  /** When that file was written, in milliseconds: by the store's clock, or by the device's own. */
  readonly lastSeen: number;
  /** How far its clock is ahead, in milliseconds. */
  readonly clockOff: number;
}

/** A purged entry: its id, when, and what was seen of it. */
export type Tombstone = readonly [
  id: string,
  purged: Stamp,
  seen: readonly (readonly [ReplicaId, Moment])[],
];

/** What files of the store together hold, so that an unchanged vault needs no new file. */
export interface Coverage {
  /** Of the state, as `digestOf` returns it. */
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
  /** The name that the others see. */
  readonly name: string;
  /** Of the last own file that was written whole. */
  readonly seq: number;
  /** The own file that is being written. */
  readonly pending: { readonly seq: number; readonly made: Stamp } | null;
  readonly covered: Coverage | null;
  readonly devices: Readonly<Record<ReplicaId, Device>>;
  readonly purged: readonly Tombstone[];
  /** Files of others that don't open, as they were told. */
  readonly unreadable: Readonly<Record<ReplicaId, number>>;
  /** When the last round ended well, in milliseconds, or null. */
  readonly lastRound: number | null;
}
