import type { Entry, EntryMerging } from '../vault';
import { withCopies } from './conflicts';
import { fromEntryState, stampsFromState } from './fromState';
import { mergeEntry } from './merge';
import { withPurged } from './settle';
import { stampChange } from './stampChange';
import { readRecord } from './SyncRecord';
import { isPurged } from './SyncState';
import { toEntryState } from './toState';

/** Adds the use counts of this device, from `own` if it exists. */
const withUse = (entry: ReturnType<typeof fromEntryState>, own?: Entry): Entry => ({
  ...entry,
  usedAt: own?.usedAt ?? null,
  useCount: own?.useCount ?? 0,
});

/** Stamps the vault's changes, and merges the entries of a backup with the vault's own. */
export const entryMerging: EntryMerging = {
  stamp: stampChange,
  adopt: (entry) => ({ ...entry, sync: stampsFromState(toEntryState(entry)) }),
  merge(own, other, now) {
    const merged = mergeEntry(toEntryState(own), toEntryState({ ...other, id: own.id }));
    const state = withCopies(new Map([[own.id, merged]]), { now, nameOf: (issuer) => issuer });
    return [...state].flatMap(([id, entry]) =>
      isPurged(entry) ? [] : [withUse(fromEntryState(id, entry), id === own.id ? own : undefined)],
    );
  },
  purge(value, entries, author) {
    const record = readRecord(value);
    if (!record) return value;
    const { memory } = record;
    return { ...record, memory: { ...memory, purged: withPurged(memory.purged, entries, author) } };
  },
};
