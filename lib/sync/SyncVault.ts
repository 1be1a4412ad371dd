import type { SyncedEntry } from './SyncedEntry';
import type { SyncMemory } from './SyncMemory';

/** The vault's content that a round needs, at one moment. */
export interface VaultContent {
  /** Including the trash. */
  readonly entries: readonly SyncedEntry[];
  readonly memory: SyncMemory | null;
}

export interface VaultChange {
  /** Entries to write. Local data (use counts) is kept. */
  readonly put: readonly SyncedEntry[];
  /** Ids of entries to delete permanently. */
  readonly drop: readonly string[];
  readonly memory: SyncMemory | null;
}

/** The vault as sync sees it. Every call throws `vault/locked` without a key. */
export interface SyncVault {
  read(): Promise<VaultContent>;
  /** Runs one transaction. `change` is synchronous and gets the newest content. */
  exchange(change: (now: VaultContent) => VaultChange): Promise<void>;
}
