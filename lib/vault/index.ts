export { browserDeps, browserVault } from './browserVault';
export type { BackupCode, Entry, EntryDraft, EntrySummary } from './Entry';
export type { Finding, FindingKind, HealthReport, StoreName } from './Health';
export { openVault } from './openVault';
export type { EntryPatch, Vault, VaultState } from './Vault';
export type { Bus, VaultDeps } from './VaultDeps';
