import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstTier, recordOf, secondTier, textsOf, unitOf } from '../support/localeTexts.mjs';
import { sameWords, untranslated } from '../support/sameWords';

const english = textsOf('en');

/** The keys that have one subkey for each plural category. */
const pluralGroups = new Set(
  [...english.keys()].map((key) => unitOf(english, key)).filter((unit) => !english.has(unit)),
);

/** Returns a key's plural group and category, or undefined for a key without plural forms. */
function formOf(key: string): { group: string; category: string } | undefined {
  const dot = key.lastIndexOf('.');
  const group = key.slice(0, dot);
  return pluralGroups.has(group) ? { group, category: key.slice(dot + 1) } : undefined;
}

const categoriesOf = (tag: string): string[] =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

const expectedKeys = (tag: string): string[] =>
  [
    ...[...english.keys()].filter((key) => !formOf(key)),
    ...[...pluralGroups].flatMap((group) => categoriesOf(tag).map((form) => `${group}.${form}`)),
  ].toSorted();

const placeholders = (value: unknown): string[] =>
  [...new Set(String(value).match(/\$\d/g))].toSorted();

/**
 * Returns whether a plural category holds a single number, apart from 0: the words of such a form may include the
 * number, as in "two accounts". Russian has no such category: its `one` is for 1, 21 and 31.
 */
function namesOneNumber(tag: string, category: string): boolean {
  const rules = new Intl.PluralRules(tag);
  const numbers = Array.from({ length: 200 }, (_, at) => at);
  const members = numbers.filter((count) => rules.select(count) === category);
  return members.join() === '0' || members.filter((count) => count > 0).length === 1;
}

function placeholdersFit(tag: string, key: string, value: unknown): boolean {
  const form = formOf(key);
  const wanted = placeholders(english.get(form ? `${form.group}.other` : key));
  const found = placeholders(value);
  if (form && namesOneNumber(tag, form.category) && !found.includes('$1')) found.unshift('$1');
  return found.join() === wanted.join();
}

const languages = [...firstTier, ...secondTier];
const translations = languages.filter(({ file }) => file !== 'en');

it('there are exactly sixteen languages', () => {
  const files = readdirSync('components/locales').filter((name) => name.endsWith('.yml'));
  expect(files.toSorted()).toEqual(languages.map(({ file }) => `${file}.yml`).toSorted());
});

describe.each(languages)('the texts of $file', ({ file, tag, direction }) => {
  const words = textsOf(file);

  it('name their language and its direction', () => {
    expect(words.get('locale.tag')).toBe(tag);
    expect(words.get('locale.direction')).toBe(direction);
  });

  it('are text, never empty', () => {
    const empty = [...words].filter(([, value]) => typeof value !== 'string' || !value.trim());
    expect(empty).toEqual([]);
  });

  it('have the same placeholders as the English texts', () => {
    expect([...words].filter(([key, value]) => !placeholdersFit(tag, key, value))).toEqual([]);
  });
});

describe.each(firstTier)('the texts of $file, which are complete at every commit,', (language) => {
  it('have every key of English and no other, and a form for each plural category', () => {
    const keys = [...textsOf(language.file).keys()];
    expect(keys.toSorted()).toEqual(expectedKeys(language.tag));
  });
});

describe.each(secondTier)('the possibly incomplete texts of $file', ({ file, tag }) => {
  const keys = [...textsOf(file).keys()];

  it('have only keys of English, and of each plural all forms or none', () => {
    const units = new Set(keys.map((key) => unitOf(english, key)));
    const expected = expectedKeys(tag).filter((key) => units.has(unitOf(english, key)));
    expect(keys.toSorted()).toEqual(expected);
  });

  it('have a record of the English text that each of them was translated from', () => {
    const units = new Set(keys.map((key) => unitOf(english, key)));
    expect(new Set(Object.keys(recordOf(file)))).toEqual(units);
  });
});

it.each(translations)('no text in $file is left in English', ({ file }) => {
  const words = textsOf(file);
  const allowed = new Set(sameWords[file]);
  const left = [...words].filter(
    ([key, value]) =>
      value === english.get(key) &&
      !key.startsWith('locale.') &&
      !untranslated.has(key) &&
      !allowed.has(String(value)),
  );
  expect(left).toEqual([]);
});

it.each(translations)(
  "the texts in $file use only that language's quotation marks and apostrophes",
  ({ file }) => {
    expect([...textsOf(file)].filter(([, value]) => /["']/.test(String(value)))).toEqual([]);
  },
);

it.each(languages.filter(({ direction }) => direction === 'rtl'))(
  'the web addresses in the texts of $file keep their own direction, in isolates (UAX #9, LRI and PDI)',
  ({ file }) => {
    const loose = /(?<!\u2066)https?:\/\/|\u2066[^\u2069]*$/;
    expect([...textsOf(file)].filter(([, value]) => loose.test(String(value)))).toEqual([]);
  },
);
