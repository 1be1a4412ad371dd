import { codeWords } from './fieldWords';
import {
  captchaWords,
  decoyWords,
  nameWords,
  neverWords,
  passwordWords,
  rowWords,
} from './otherWords';

/**
 * Normalizes text for comparison: removes case and accents, applies Unicode compatibility forms, and splits
 * nameLikeThis, name_like_this and name-like-this into three words.
 */
export const normalizeText = (text: string): string =>
  text
    // An email address in a sentence doesn't name a field.
    .replace(/\S+@\S+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ة', 'ه')
    .replaceAll('أ', 'ا')
    .replace(/[\s_\-‐-―.,:;()[\]/'’"*]+/gu, ' ')
    .trim();

/**
 * Matches scripts that don't separate words by spaces, or that attach articles to words. Words in these scripts
 * match anywhere in a text.
 */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}]/u;

/** Splits a list at each `|` outside parentheses and brackets. */
function alternatives(list: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === '|' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + character);
  }
  return found;
}

function pattern(lists: readonly string[]): RegExp {
  const words = lists.flatMap(alternatives).map((word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replaceAll(/ (?!\?)/g, ' ?')
      .replaceAll('\\w', '[\\p{L}\\p{N}]'),
  );
  const spaced = words.filter((word) => !unspaced.test(word));
  const anywhere = words.filter((word) => unspaced.test(word));
  const bounded = `(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?!\\p{L})`;
  return new RegExp([bounded, ...anywhere].join('|'), 'u');
}

/**
 * Compiles the regular expression at its first use, so that a page without fields doesn't spend time on the
 * compilation.
 */
function lazy(lists: () => readonly string[]): (text: string) => boolean {
  let built: RegExp | null = null;
  return (text) => (built ??= pattern(lists())).test(text);
}

const languages = Object.values(codeWords);

/** Each of these functions takes normalized text and returns whether the text contains a word of one kind. */
export const saysCode = lazy(() => languages.map(({ code }) => code));
export const saysWeakly = lazy(() => languages.map(({ weak }) => weak));
export const saysBackup = lazy(() => languages.map(({ backup }) => backup));
export const saysNever = lazy(() => [neverWords]);
export const saysCaptcha = lazy(() => [captchaWords]);
export const saysPassword = lazy(() => [passwordWords]);
export const saysName = lazy(() => [nameWords]);
export const saysDecoy = lazy(() => [decoyWords]);
export const saysRow = lazy(() => [rowWords]);
