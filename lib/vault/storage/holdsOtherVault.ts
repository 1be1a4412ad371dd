import type { Head, StoredHead } from '../format/Head';
import type { Snapshot } from './Store';

/**
 * Whether a store holds another vault than ours. A head with bit rot may be ours with a wrong bit in the
 * vault's id: then the records tell.
 */
export const holdsOtherVault = (
  { records }: Snapshot,
  head: StoredHead | null,
  ours: Pick<Head, 'vault' | 'versions'>,
): boolean =>
  head !== null &&
  head.vault !== ours.vault &&
  (head.hasValidChecksum() ||
    (records.size > 0 && ![...records.keys()].some((id) => ours.versions.has(id))));
