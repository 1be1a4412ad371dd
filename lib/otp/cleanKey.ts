/**
 * Matches characters that surround or group a copied key: white space, invisible characters (zero-width spaces,
 * direction marks, soft hyphens), dashes of every kind, dots, underscores, quotation marks and padding.
 */
const separators = /[\s\p{Cf}\p{Zs}\p{Pd}\p{Pi}\p{Pf}\u2212_=.·•…,;"'`]|\uFE0F/gu;

/** Matches full-width forms of ASCII, which East Asian keyboards type. */
const fullWidth = /[\uFF01-\uFF5E]/g;

/** Removes separators and replaces full-width characters by ASCII. Keeps all other characters. */
export const cleanKey = (text: string): string =>
  text
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(separators, '');
