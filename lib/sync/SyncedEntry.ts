import type { Entry } from '../vault';

/** The part of an entry that every replica has. Its stamps are `EntryStamps`, or absent in what was never stamped. */
export type SyncedEntry = Omit<Entry, 'usedAt' | 'useCount' | 'sync'> & { readonly sync?: unknown };
