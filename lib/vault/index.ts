export type {
  BackupSettings,
  BackupStatus,
  RestorePreview,
  RestoreState,
  UndoRestore,
} from './backup/Backups';
export type { BackupFolder, BackupTargets } from './backup/BackupTargets';
export { sessionKey } from './keys/createSession';
export type { EntryMerging } from './entries/EntryMerging';
export type { Replication } from './entries/Replication';
export type { BackupCode, Entry, EntryDraft, EntrySummary } from './entries/Entry';
export type { Labels } from './entries/labels';
export type { Finding, FindingKind, HealthReport, RescueFile, StoreName } from './health/Health';
export { openSharedVault } from './openSharedVault';
export { openVault } from './openVault';
export type { IconPack } from './icons/Icons';
export { openPageVault } from './openPageVault';
export type { PageVault, SecureVault, SetAside, SetAsideVault, SharedVault } from './SecureVault';
export type { PasskeyUnavailableReason, Passkeys, SlotSummary } from './keys/Slots';
export type { SlotType } from './format/Slot';
export type { EntryPatch, Vault, VaultState } from './Vault';
export type { Bus, VaultDeps } from './VaultDeps';
export type { Change as StoreChange, Snapshot as StoreSnapshot, Store } from './storage/Store';
export { headKey } from './storage/mirrorStore';
export { indexedDbStore } from './storage/indexedDbStore';
export {
  recordsFromText,
  recordsToText,
  snapshotFromText,
  snapshotToText,
  type RecordTexts,
  type SnapshotText,
} from './storage/snapshotText';
export type { VaultMessage } from './VaultDeps';
export type { VaultOptions } from './VaultOptions';
