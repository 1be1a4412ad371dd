import type { KdfCosts } from '../../crypto';

/** Total KiB to fill: about twenty times the default passphrase, or two of the costliest allowed slots. */
const most = 20 * 1024 * 1024;

/** The cost of a derivation: KiB filled, over all passes. */
export const kdfWork = ({ memory, passes }: KdfCosts): number => memory * passes;

/**
 * Limits the derivations for slots that somebody else may have written. The limit is on the sum, so that many
 * slots cost no more than a few.
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
