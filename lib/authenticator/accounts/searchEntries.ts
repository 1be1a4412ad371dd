import type { EntrySummary } from '../../vault';

/** Letters without case or accents, so that "zurich" finds "Zürich". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const textOf = (entry: EntrySummary): string =>
  fold([entry.issuer, entry.account, entry.note, ...entry.tags].join('\n'));

/** The entries in whose issuer, account name, tags or note every word of the query occurs, in their order. */
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
