import type { Entry } from '../entries/Entry';
import type { VaultDeps } from '../VaultDeps';
import type { RestorePreview } from './Backups';
import { entryMatcher, stateOf } from './planRestore';

/**
 * What a restore writes: `put` now, and `drop` when it is undone. Entries keep their ids, so that the
 * same backup restored twice adds nothing the second time. Decided from `now` alone: what the person was
 * shown may have changed since.
 */
export function restoreChange(
  { items }: RestorePreview,
  how: 'merge' | 'replace',
  now: readonly Entry[],
  { clock }: Pick<VaultDeps, 'clock'>,
): { put: readonly Entry[]; drop: readonly string[] } {
  const put: Entry[] = [];
  const drop: string[] = [];
  const kept = new Set<string>();
  const ownOf = entryMatcher(now);
  for (const { entry } of items) {
    const own = ownOf(entry);
    const state = stateOf(entry, own);
    if (own) kept.add(own.id);
    else drop.push(entry.id);
    const newer = how === 'replace' || !own || entry.updatedAt > own.updatedAt;
    if (state === 'new' || (state === 'changed' && newer))
      put.push({ ...entry, id: own?.id ?? entry.id });
  }
  if (how === 'replace')
    for (const entry of now)
      if (!kept.has(entry.id) && entry.deletedAt === null)
        put.push({ ...entry, deletedAt: clock() });
  return { put, drop };
}
