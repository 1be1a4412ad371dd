import type { KdfCosts } from '../../crypto';

/**
 * Limit on the total work of all derivations, in KiB. It is about a hundred times the work of the default
 * passphrase slot, or twice the work of the most expensive slot that is allowed.
 */
const most = 20 * 1024 * 1024;

/** Returns the work of a derivation in KiB, which is its memory times its passes. */
export const kdfWork = ({ memory, passes }: KdfCosts): number => memory * passes;

/**
 * Returns a function that deducts a derivation's work from a budget. The function returns false if the budget
 * doesn't suffice. Slots may come from an attacker, so the budget covers all slots together.
 */
export function kdfBudget(): (costs: KdfCosts) => boolean {
  let left = most;
  return (costs) => {
    const work = kdfWork(costs);
    if (work > left) return false;
    left -= work;
    return true;
  };
}
