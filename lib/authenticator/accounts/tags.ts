import type { EntrySummary } from '../../vault';

type Tagged = Pick<EntrySummary, 'tags'>;

/** Every tag that an entry has, by name. */
export const tagsOf = (entries: readonly Tagged[]): readonly string[] =>
  [...new Set(entries.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));

/** The entries that have a tag; all of them where it is empty. */
export const withTag = <T extends Tagged>(entries: readonly T[], tag: string): readonly T[] =>
  tag === '' ? entries : entries.filter(({ tags }) => tags.includes(tag));
