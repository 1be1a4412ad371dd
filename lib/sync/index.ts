export { resolveConflict, versionsOf } from './conflicts';
export { createSync, type Sync } from './createSync';
export { newSet, removeFiles, withoutOthers } from './devices';
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
export type { RoundOptions, RoundResult } from './plan';
export { openRecoverySlot, removeRecoverySlot, writeRecoverySlot } from './recoverySlot';
export { withOwn } from './replicatedVault';
export { round } from './round';
export { withPurged } from './settle';
export { timeOf } from './stamp';
export { stampChange } from './stampChange';
export type { SyncedEntry } from './SyncedEntry';
export { parseFileName } from './syncFile';
export type { SyncMemory } from './SyncMemory';
export type { SyncPlace, WebdavPlace } from './SyncPlace';
export { newMemory, newRecord, type SyncRecord } from './SyncRecord';
export { noStatus, type SyncFailure, type SyncStatus } from './SyncStatus';
export type { SyncVault, VaultContent } from './SyncVault';
export type { Transport } from './Transport';
