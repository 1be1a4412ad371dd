import type { EntrySummary } from '../../../lib/vault';

/** One row of the page: the heading of a group, or accounts side by side. */
export type CodeRow =
  | { readonly group: string; readonly count: number; readonly isOpen: boolean }
  | { readonly entries: readonly EntrySummary[] };

export interface CodeRowsOptions {
  /** Number of accounts side by side. */
  readonly columns: number;
  /** Whether the accounts are grouped by their tags. */
  readonly isGrouped: boolean;
  /** Names of the collapsed groups. The group without a tag has an empty name. */
  readonly folded: ReadonlySet<string>;
}

function rowsOf(entries: readonly EntrySummary[], columns: number): CodeRow[] {
  const rows: CodeRow[] = [];
  for (let at = 0; at < entries.length; at += columns)
    rows.push({ entries: entries.slice(at, at + columns) });
  return rows;
}

/**
 * Groups the accounts by tag, sorted by name. An account with several tags is in the group of each tag. Accounts
 * without a tag come last.
 */
function groupsOf(entries: readonly EntrySummary[]): readonly [string, EntrySummary[]][] {
  const groups = new Map<string, EntrySummary[]>();
  for (const entry of entries)
    for (const tag of entry.tags.length > 0 ? entry.tags : [''])
      groups.set(tag, [...(groups.get(tag) ?? []), entry]);
  return [...groups].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)));
}

/** Returns all rows of the page. The page renders only the visible rows. */
export function codeRows(
  entries: readonly EntrySummary[],
  { columns, isGrouped, folded }: CodeRowsOptions,
): readonly CodeRow[] {
  if (!isGrouped) return rowsOf(entries, columns);
  const rows: CodeRow[] = [];
  for (const [group, own] of groupsOf(entries)) {
    const isOpen = !folded.has(group);
    rows.push({ group, count: own.length, isOpen });
    if (isOpen) rows.push(...rowsOf(own, columns));
  }
  return rows;
}
