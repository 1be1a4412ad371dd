import { AppError } from '../../errors';
import type { EntryRepository } from './createEntryRepository';
import { afterDurable } from './afterDurable';
import type { Trash } from '../SecureVault';
import type { VaultContext } from '../VaultContext';

/** How long a removed entry can be restored, in milliseconds. */
const trashRetention = 30 * 24 * 3_600_000;

export function createTrash(
  { deps: { clock }, announce }: VaultContext,
  repository: EntryRepository,
): Trash {
  const list: Trash['list'] = async () => {
    const removed = (await repository.summaries()).filter(({ deletedAt }) => deletedAt !== null);
    return removed.toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  };

  const purge: Trash['purge'] = async (ids) => {
    if (ids.length === 0) return;
    const purging = repository.write(ids, (entry) => {
      if (!ids.every((id) => entry(id).deletedAt !== null)) throw new AppError('vault/no-entry');
      return { put: [], drop: ids };
    });
    await afterDurable(purging, () => announce('changed'));
  };

  return {
    list,
    purge,
    async purgeExpired() {
      const old = (await list()).filter(
        ({ deletedAt }) => clock() - (deletedAt ?? 0) >= trashRetention,
      );
      await purge(old.map(({ id }) => id));
      return old.length;
    },
  };
}
