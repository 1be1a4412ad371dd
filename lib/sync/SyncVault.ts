import type { SyncedEntry } from './SyncedEntry';
import type { SyncMemory } from './SyncMemory';

/** Everything that a round needs of the vault, at one moment. */
export interface VaultContent {
  /** Trash included. */
  readonly entries: readonly SyncedEntry[];
  readonly memory: SyncMemory | null;
}

export interface VaultChange {
  /** Entries to write. What is local only (use counts) stays as it is. */
  readonly put: readonly SyncedEntry[];
  /** Ids of entries to delete permanently. */
  readonly drop: readonly string[];
  readonly memory: SyncMemory | null;
}

/** The vault as sync sees it. Every call throws `vault/locked` without a key. */
export interface SyncVault {
  read(): Promise<VaultContent>;
  /** One transaction; `change` is synchronous and sees the newest content. */
  exchange(change: (now: VaultContent) => VaultChange): Promise<void>;
}
