import type { Entry } from '../entries/Entry';
import type { EntryMerging } from '../entries/EntryMerging';
import type { RestorePreview } from './Backups';
import { entryMatcher, stateOf } from './planRestore';

interface RestoreTools {
  readonly merging: EntryMerging;
  /** The current time in milliseconds since the Unix epoch. */
  readonly now: number;
}

/**
 * Computes what a restore writes (`put`) and what undoing it deletes (`drop`). Entries keep their ids, so that
 * restoring the same backup twice adds nothing. `merge` takes the newest version of each part of an entry.
 * `entries` are the vault's current entries, which may have changed since the preview.
 */
export function restoreChange(
  { items }: RestorePreview,
  how: 'merge' | 'replace',
  entries: readonly Entry[],
  { merging, now }: RestoreTools,
): { put: readonly Entry[]; drop: readonly string[] } {
  const put = new Map<string, Entry>();
  const drop: string[] = [];
  const found = new Set<string>();
  const ids = new Set(entries.map(({ id }) => id));
  const ownOf = entryMatcher(entries);
  const add = (entry: Entry) => {
    if (!ids.has(entry.id)) drop.push(entry.id);
    put.set(entry.id, entry);
  };
  for (const { entry } of items) {
    const own = ownOf(entry);
    if (!own) {
      add(merging.adopt(entry));
      continue;
    }
    found.add(own.id);
    if (how === 'merge') {
      for (const merged of merging.merge(put.get(own.id) ?? own, entry, now))
        if (merged.id === own.id ? stateOf(merged, own) === 'changed' : !ids.has(merged.id))
          add(merged);
      // A replacement keeps the existing stamps, so that its differences are stamped as a new change.
    } else if (stateOf(entry, own) === 'changed') add({ ...entry, id: own.id, sync: own.sync });
  }
  if (how === 'replace')
    for (const entry of entries)
      if (!found.has(entry.id) && entry.deletedAt === null) add({ ...entry, deletedAt: now });
  return { put: [...put.values()], drop };
}
