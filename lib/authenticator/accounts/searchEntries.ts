import type { EntrySummary } from '../../vault';

/** Removes case and accents, so that "zurich" finds "Zürich". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const textOf = (entry: EntrySummary): string =>
  fold([entry.issuer, entry.account, entry.note, ...entry.tags].join('\n'));

/**
 * Returns the entries that contain every word of the query in issuer, account name, tags or note. Keeps their
 * order.
 */
export function searchEntries(
  entries: readonly EntrySummary[],
  query: string,
): readonly EntrySummary[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}
