import type { ImportedAccount } from '../../transfer';
import type { Entry, Labels } from '../../vault';

/** Returns the tags, linked sites and pin of a found account that the entry lacks, or null if it lacks none. */
export function labelsToAdd(
  { tags = [], hosts = [], pinned = false }: ImportedAccount,
  entry: Pick<Entry, 'tags' | 'hosts' | 'pinned'>,
): Required<Labels> | null {
  const labels = {
    tags: tags.filter((tag) => !entry.tags.includes(tag)),
    hosts: hosts.filter((host) => !entry.hosts.includes(host)),
    pinned: pinned && !entry.pinned,
  };
  return labels.tags.length + labels.hosts.length > 0 || labels.pinned ? labels : null;
}
