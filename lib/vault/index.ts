export type {
  Backups,
  BackupSettings,
  BackupStatus,
  RestoreItem,
  RestorePreview,
  RestoreState,
  UndoRestore,
} from './backup/Backups';
export type { BackupFolder, BackupTargets } from './backup/BackupTargets';
export { browserTargets } from './backup/browserTargets';
export { keepBackedUp } from './backup/keepBackedUp';
export { startBackups } from './backup/startBackups';
export { browserDeps, browserVault } from './browserVault';
export { sessionKey } from './createSession';
export type { BackupCode, Entry, EntryDraft, EntrySummary } from './Entry';
export type { Finding, FindingKind, HealthReport, RescueFile, StoreName } from './Health';
export { openVault } from './openVault';
export { startAutoLock } from './startAutoLock';
export { startTrashCollection } from './startTrashCollection';
export type { Health, SecureVault, Trash } from './SecureVault';
export type { PasskeyObstacle, Passkeys, Slots, SlotSummary } from './Slots';
export type { SlotType } from './format/Slot';
export type { Brought, EntryPatch, Vault, VaultState } from './Vault';
export type { Bus, PassphraseRules, VaultDeps } from './VaultDeps';
