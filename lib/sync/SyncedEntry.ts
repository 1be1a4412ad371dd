import type { Entry } from '../vault';

/** The part of an entry that every replica has. `EntryStamps` are absent if it was never stamped. */
export type SyncedEntry = Omit<Entry, 'usedAt' | 'useCount' | 'sync'> & { readonly sync?: unknown };
