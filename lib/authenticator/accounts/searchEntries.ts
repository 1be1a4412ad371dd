/** The fields that a search compares, of an entry or of an account that isn't in the vault yet. */
export interface Searched {
  readonly issuer: string;
  readonly account: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly hosts?: readonly string[];
}

/** Removes case and accents, so that "zurich" matches "Zürich". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const textOf = ({ issuer, account, note = '', tags = [], hosts = [] }: Searched): string =>
  fold([issuer, account, note, ...tags, ...hosts].join('\n'));

/** Returns whether `text` begins with `word`, with at most `errors` missing, extra, wrong or swapped letters. */
const beginsLike = (word: string, text: string, errors: number): boolean => {
  if (word.length <= errors) return true;
  const [rest, tail] = [word.slice(1), text.slice(1)];
  if (word[0] === text[0] && beginsLike(rest, tail, errors)) return true;
  return (
    errors > 0 &&
    text !== '' &&
    (beginsLike(rest, text, errors - 1) ||
      beginsLike(word, tail, errors - 1) ||
      beginsLike(rest, tail, errors - 1) ||
      (word[0] === text[1] &&
        word[1] === text[0] &&
        beginsLike(word.slice(2), text.slice(2), errors - 1)))
  );
};

/**
 * Whether a word of `text` begins with `word`, with at most one typo. Words of up to three letters allow no typo,
 * because they would match nearly everything.
 */
const isLike = (word: string, text: string): boolean =>
  word.length > 3 && text.split(/[^\p{L}\p{N}]+/u).some((part) => beginsLike(word, part, 1));

/**
 * Returns the entries that contain every word of the query in issuer, account name, tags, note or linked sites.
 * Keeps their order. If no entry contains all words, allows one typo per word.
 */
export function searchEntries<Entry extends Searched>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const texts = entries.map(textOf);
  const matching = (fits: (word: string, text: string) => boolean) =>
    entries.filter((_, at) => words.every((word) => fits(word, texts[at] ?? '')));
  const exact = matching((word, text) => text.includes(word));
  return exact.length > 0
    ? exact
    : matching((word, text) => text.includes(word) || isLike(word, text));
}

/** Like `searchEntries`, for items that hold an entry. */
export function searchItems<Item>(
  items: readonly Item[],
  entryOf: (item: Item) => Searched,
  query: string,
): readonly Item[] {
  const found = new Set(searchEntries(items.map(entryOf), query));
  return items.filter((item) => found.has(entryOf(item)));
}
