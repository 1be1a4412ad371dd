import type { SyncedEntry } from './SyncedEntry';
import type { SyncMemory } from './SyncMemory';

/** A snapshot of the vault's content, for one round. */
export interface VaultContent {
  /** All entries, including the trash. */
  readonly entries: readonly SyncedEntry[];
  readonly memory: SyncMemory | null;
}

export interface VaultChange {
  /** Entries to write. The local data of each entry (use counts) stays. */
  readonly put: readonly SyncedEntry[];
  /** Ids of entries to delete permanently. */
  readonly drop: readonly string[];
  readonly memory: SyncMemory | null;
}

/** The vault as sync sees it. Every call throws `vault/locked` while the vault is locked. */
export interface SyncVault {
  read(): Promise<VaultContent>;
  /** Runs one transaction. `change` is synchronous and gets the newest content. */
  exchange(change: (now: VaultContent) => VaultChange): Promise<void>;
}
