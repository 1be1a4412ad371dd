import type { KdfCosts } from '../../crypto';

/** Total KiB to fill: about a hundred times the default passphrase, or two of the costliest allowed slots. */
const most = 20 * 1024 * 1024;

/** Returns the cost of a derivation: the KiB that it fills in all passes. */
export const kdfWork = ({ memory, passes }: KdfCosts): number => memory * passes;

/**
 * Returns a function that tells whether a derivation is still within the budget, and deducts its cost. Slots may come
 * from an attacker: the limit on the sum makes many slots cost no more than a few.
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
