import type { Preferences } from '../state';
import type { EntrySummary } from '../../vault';

type Compare = (a: EntrySummary, b: EntrySummary) => number;

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const byName: Compare = (a, b) =>
  collator.compare(a.issuer || a.account, b.issuer || b.account) ||
  collator.compare(a.account, b.account);

export const byPosition: Compare = (a, b) => a.position - b.position;

const comparisons: Record<Preferences['order'], Compare> = {
  manual: byPosition,
  name: byName,
  used: (a, b) => b.useCount - a.useCount || (b.usedAt ?? 0) - (a.usedAt ?? 0) || byName(a, b),
  newest: (a, b) => b.createdAt - a.createdAt || b.position - a.position,
};

/**
 * Sorts entries into three groups: entries of the open site, then pinned entries, then the rest. Within each
 * group, entries are in the chosen order.
 */
export function orderEntries(
  entries: readonly EntrySummary[],
  order: Preferences['order'],
  ofSite: ReadonlySet<string>,
): readonly EntrySummary[] {
  const rank = (entry: EntrySummary) => (ofSite.has(entry.id) ? 0 : entry.pinned ? 1 : 2);
  const compare = comparisons[order];
  return entries.toSorted((a, b) => rank(a) - rank(b) || compare(a, b));
}
