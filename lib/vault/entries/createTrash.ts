import { AppError } from '../../errors';
import type { Ledger } from './createLedger';
import { onceDurable } from './onceDurable';
import type { Trash } from '../SecureVault';
import type { VaultDeps } from '../VaultDeps';

/** Milliseconds that a removed entry can be restored. */
export const trashTime = 30 * 24 * 3_600_000;

export function createTrash({ clock }: VaultDeps, ledger: Ledger, changed: () => void): Trash {
  const list: Trash['list'] = async () => {
    const removed = (await ledger.summaries()).filter(({ deletedAt }) => deletedAt !== null);
    return removed.toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  };

  const purge: Trash['purge'] = async (ids) => {
    if (ids.length === 0) return;
    const purging = ledger.write(ids, (entry) => {
      if (!ids.every((id) => entry(id).deletedAt !== null)) throw new AppError('vault/no-entry');
      return { put: [], drop: ids };
    });
    await onceDurable(purging, changed);
  };

  return {
    list,
    purge,
    async purgeOld() {
      const old = (await list()).filter(({ deletedAt }) => clock() - (deletedAt ?? 0) >= trashTime);
      await purge(old.map(({ id }) => id));
      return old.length;
    },
  };
}
