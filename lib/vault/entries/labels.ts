import type { Entry, EntryDraft } from './Entry';

/** What an import can add to an existing entry. */
export type Labels = Pick<EntryDraft, 'tags' | 'hosts' | 'pinned'>;

const union = (before: readonly string[], more: readonly string[] = []): readonly string[] => [
  ...new Set([...before, ...more]),
];

/** Adds labels to an entry. Removes none. */
export const withLabels = (entry: Entry, { tags, hosts, pinned = false }: Labels = {}): Entry => ({
  ...entry,
  tags: union(entry.tags, tags),
  hosts: union(entry.hosts, hosts),
  pinned: entry.pinned || pinned,
});

/** Removes the added labels that the entry didn't have before. Keeps labels that were added in between. */
export function withoutLabels(entry: Entry, before: Entry, added: Labels = {}): Entry {
  const rest = (name: 'tags' | 'hosts') =>
    entry[name].filter((one) => before[name].includes(one) || !added[name]?.includes(one));
  return {
    ...entry,
    tags: rest('tags'),
    hosts: rest('hosts'),
    pinned: entry.pinned && (before.pinned || !added.pinned),
  };
}
