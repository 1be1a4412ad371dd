/** The letters that simple-icons spells out or replaces. */
const letters: Readonly<Record<string, string>> = {
  '+': 'plus',
  '.': 'dot',
  '&': 'and',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŀ: 'l',
  ł: 'l',
  ß: 'ss',
  ŧ: 't',
  ø: 'o',
};

/** How apps say that nobody chose an icon; `none` would ask for a letter in its place. */
const nothing = new Set(['none', 'default', 'null', 'empty', 'unknown']);

/**
 * The slug that simple-icons has for a brand's name, such as `amazonwebservices` for "Amazon Web Services";
 * empty where no icon is named. Whether there is such an icon is for those who draw it.
 * https://github.com/simple-icons/simple-icons/blob/develop/sdk.mjs (titleToSlug)
 */
export function iconSlug(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[+.&đħıĸŀłßŧø]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z\d]/g, '');
  return nothing.has(slug) || slug.length > 64 ? '' : slug;
}

/** The slug of a picture's path, whose folder or file is called after the brand or its site. */
export function iconSlugOfFile(path: string): string {
  const brand = path.split('/').find((part) => part !== '') ?? '';
  return iconSlug(
    brand.replace(/\.(?:png|svg|webp|jpe?g)$/i, '').replace(/\.(?:com|org|net|io)$/i, ''),
  );
}
