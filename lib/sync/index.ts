export type { Conflict, Version } from './conflicts';
export { conflictsOf, resolveConflict, versionsOf } from './conflicts';
export { createSync, type Sync, type SyncDeps } from './createSync';
export { newSet, removeFiles, withoutOthers } from './devices';
export { merge } from './merge';
export {
  handOver,
  hearHello,
  newPairing,
  pairingDigits,
  wasFetched,
  type Pairing,
} from './admitDevice';
export { awaitKey, newJoining, sayHello, type Joining } from './joinSet';
export { endPairing } from './pairing';
export { pairingCode, readPairingCode } from './pairingCode';
export type { SetKey } from './setKey';
export type { RoundDeps, RoundOptions, RoundResult } from './plan';
export { openRecoverySlot, removeRecoverySlot, writeRecoverySlot } from './recoverySlot';
export { recordKeeper, replicatedVault, withOwn, type RecordKeeper } from './replicatedVault';
export { round } from './round';
export { withPurged } from './settle';
export { isReplicaId, timeOf, zeroReplica, type ReplicaId } from './stamp';
export { stampChange, type Author } from './stampChange';
export type { SyncedEntry } from './SyncedEntry';
export { parseFileName } from './syncFile';
export type { Device, SyncMemory, Tombstone } from './SyncMemory';
export type { SyncPlace, WebdavPlace } from './SyncPlace';
export { newMemory, newRecord, readRecord, type SyncRecord } from './SyncRecord';
export { noStatus, type SyncFailure, type SyncStatus } from './SyncStatus';
export type { SyncVault, VaultChange, VaultContent } from './SyncVault';
export type { StoredFile, Transport } from './Transport';
