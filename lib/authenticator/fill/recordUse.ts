import type { Clock } from '../../clock';
import type { Vault } from '../../vault';

/** Records a use of an account, for the order "most used". Resolves when it is saved. */
export const recordUse = (vault: Pick<Vault, 'update'>, clock: Clock, id: string): Promise<void> =>
  vault.update(id, ({ useCount }) => ({ useCount: useCount + 1, usedAt: clock() }));
