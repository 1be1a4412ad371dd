import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../../components/locales/', import.meta.url);

type Words = Map<string, unknown>;

const flatten = (tree: object, stem = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${stem}${name}.`)
      : [[`${stem}${name}`, value] as [string, unknown]],
  );

const wordsOf = (file: string): Words =>
  new Map(flatten(parse(readFileSync(new URL(`${file}.yml`, folder), 'utf8')) as object));

const english = wordsOf('en');

/** The keys that have one subkey for each plural category. */
const pluralGroups = new Set(
  [...english.keys()]
    .filter((key) => key.endsWith('.other') && english.has(key.replace(/other$/, 'one')))
    .map((key) => key.slice(0, -'.other'.length)),
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
 * Returns whether a text has the placeholders of the English text. Plural forms such as "two accounts" may omit
 * the number.
 */
function placeholdersFit(key: string, value: unknown): boolean {
  const form = formOf(key);
  const wanted = placeholders(english.get(form ? `${form.group}.other` : key));
  const found = placeholders(value);
  if (form && form.category !== 'other' && !found.includes('$1')) found.unshift('$1');
  return found.join() === wanted.join();
}

/** Names and formats that are the same in every language. */
const untranslated = new Set([
  'companion.profile.methodGoogle',
  'companion.service',
  'companion.title',
  'companion.users.google',
  'companion.users.twoFactor',
  'extension.name',
  'manage.add.issuerExample',
  'transfer.kinds.bitwarden',
  'transfer.kinds.twoFas',
]);

/** For each language, words that happen to be the same as in English. */
const sameWords: Record<string, string[]> = {
  de: [
    'Admin',
    'Backups',
    'Codes',
    'Demo',
    'Export',
    'Import',
    'Name',
    'PIN',
    'Passkey',
    'Passphrase',
    'Status',
    'Website',
  ],
  es: ['$1 (demo)', 'Actor', 'Demo', 'No', 'PIN'],
  fr: [
    '$1 message',
    '$1 messages',
    '+ 1 minute',
    '+ 10 minutes',
    'Actions',
    'Admin',
    'Codes',
    'Compact',
    'Date',
    'Menu',
    'Note',
    'PIN',
    'QR code',
    'Questions',
    'Service',
    'Sessions',
    'Site',
    'Sites',
    'Type',
  ],
  ja: ['PIN'],
  pt_BR: ['$1 (demo)', 'Backups', 'Demo', 'Menu', 'PIN', 'Site', 'Sites', 'Status'],
};

const languages = [
  ['ar', 'ar', 'rtl'],
  ['de', 'de', 'ltr'],
  ['en', 'en', 'ltr'],
  ['es', 'es', 'ltr'],
  ['fr', 'fr', 'ltr'],
  ['ja', 'ja', 'ltr'],
  ['pt_BR', 'pt-BR', 'ltr'],
  ['zh_CN', 'zh-CN', 'ltr'],
] as const;

it('there are exactly eight languages', () => {
  expect(readdirSync(folder).toSorted()).toEqual(languages.map(([file]) => `${file}.yml`));
});

describe.each(languages)('the texts of %s', (file, tag, direction) => {
  const words = wordsOf(file);

  it('name their language and its direction', () => {
    expect(words.get('locale.tag')).toBe(tag);
    expect(words.get('locale.direction')).toBe(direction);
  });

  it('have every key of English and no other, and a form for each plural category', () => {
    expect([...words.keys()].toSorted()).toEqual(expectedKeys(tag));
  });

  it('are text, never empty', () => {
    const empty = [...words].filter(([, value]) => typeof value !== 'string' || !value.trim());
    expect(empty).toEqual([]);
  });

  it('have the same placeholders as the English ones', () => {
    expect([...words].filter(([key, value]) => !placeholdersFit(key, value))).toEqual([]);
  });
});

it.each(languages.filter(([file]) => file !== 'en'))('no text in %s is left in English', (file) => {
  const words = wordsOf(file);
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

it.each(languages.filter(([file]) => file !== 'en'))(
  "the texts in %s use only that language's quotation marks and apostrophes",
  (file) => {
    expect([...wordsOf(file)].filter(([, value]) => /["']/.test(String(value)))).toEqual([]);
  },
);
