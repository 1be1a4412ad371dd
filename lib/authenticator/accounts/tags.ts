import type { EntrySummary } from '../../vault';

type Tagged = Pick<EntrySummary, 'tags'>;

/** Returns all tags in use, sorted by name. */
export const tagsOf = (entries: readonly Tagged[]): readonly string[] =>
  [...new Set(entries.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));

/** Returns the entries with this tag, or all entries if the tag is empty. */
export const withTag = <T extends Tagged>(entries: readonly T[], tag: string): readonly T[] =>
  tag === '' ? entries : entries.filter(({ tags }) => tags.includes(tag));
