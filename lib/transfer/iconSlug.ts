/** Letters that simple-icons spells out or replaces. */
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

/** Slugs that apps write for a missing icon. simple-icons has no brand of these names. */
const nothing = new Set(['none', 'default', 'null', 'empty', 'unknown']);

/**
 * Returns the simple-icons slug of a brand's name, such as `amazonwebservices` for "Amazon Web Services". Returns
 * an empty text if the name stands for no icon. Doesn't check that the icon exists.
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

/** Returns the slug for an image path, whose first folder or file is named after the brand or its site. */
export function iconSlugOfFile(path: string): string {
  const brand = path.split('/').find((part) => part !== '') ?? '';
  return iconSlug(
    brand.replace(/\.(?:png|svg|webp|jpe?g)$/i, '').replace(/\.(?:com|org|net|io)$/i, ''),
  );
}
