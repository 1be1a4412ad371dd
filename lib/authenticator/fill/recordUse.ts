import type { Clock } from '../../clock';
import type { Vault } from '../../vault';

/**
 * Records a use of an account. The order "most used" sorts accounts by their uses. Resolves once the use is
 * stored.
 */
export const recordUse = (vault: Pick<Vault, 'update'>, clock: Clock, id: string): Promise<void> =>
  vault.update(id, ({ useCount }) => ({ useCount: useCount + 1, usedAt: clock() }));
