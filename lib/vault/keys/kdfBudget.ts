import type { KdfCosts } from '../../crypto';

/** KiB filled in all: some twenty times the default passphrase, or two of the costliest slots that are allowed. */
const most = 20 * 1024 * 1024;

/** What a derivation costs: KiB filled, over all passes. */
export const kdfWork = ({ memory, passes }: KdfCosts): number => memory * passes;

/**
 * What may be derived for slots that somebody else may have written: the bound is on the sum, so that many of them
 * cost no more than few.
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
