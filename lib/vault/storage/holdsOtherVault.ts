import type { Head, StoredHead } from '../format/Head';
import type { Snapshot } from './Store';

/**
 * Whether a store holds another vault. If the head is damaged, its vault id may be wrong, so the records decide.
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
