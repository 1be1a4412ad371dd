export type { BackupCode, Entry, EntryDraft, EntrySummary } from './Entry';
export type { EntryPatch, Vault, VaultState } from './Vault';
