import type { Entry } from '../vault';

/**
 * The part of an entry that all replicas share. `sync` holds the `EntryStamps`, and is absent if the entry was
 * never stamped.
 */
export type SyncedEntry = Omit<Entry, 'usedAt' | 'useCount' | 'sync'> & { readonly sync?: unknown };
