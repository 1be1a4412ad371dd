import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = new URL('../../components/locales/', import.meta.url);

/**
 * The languages of the extension, each with its file, BCP 47 tag and direction. The first tier is complete at
 * every commit. The second tier is complete at every release. Between releases, the browser shows the English
 * text for a missing translation.
 */
export const firstTier = [
  { file: 'ar', tag: 'ar', direction: 'rtl' },
  { file: 'de', tag: 'de', direction: 'ltr' },
  { file: 'en', tag: 'en', direction: 'ltr' },
  { file: 'es', tag: 'es', direction: 'ltr' },
  { file: 'fr', tag: 'fr', direction: 'ltr' },
  { file: 'ja', tag: 'ja', direction: 'ltr' },
  { file: 'pt_BR', tag: 'pt-BR', direction: 'ltr' },
  { file: 'zh_CN', tag: 'zh-CN', direction: 'ltr' },
];
export const secondTier = [
  { file: 'he', tag: 'he', direction: 'rtl' },
  { file: 'it', tag: 'it', direction: 'ltr' },
  { file: 'ko', tag: 'ko', direction: 'ltr' },
  { file: 'nl', tag: 'nl', direction: 'ltr' },
  { file: 'pl', tag: 'pl', direction: 'ltr' },
  { file: 'ru', tag: 'ru', direction: 'ltr' },
  { file: 'tr', tag: 'tr', direction: 'ltr' },
  { file: 'zh_TW', tag: 'zh-TW', direction: 'ltr' },
];

const flatten = (tree, stem = '') =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${stem}${name}.`)
      : [[`${stem}${name}`, value]],
  );

/**
 * Reads the texts of a locale file.
 * @param {string} file the file's name without its ending
 * @returns {Map<string, unknown>} each text by its key, such as `vault.lockNow`
 */
export const textsOf = (file) =>
  new Map(flatten(parse(readFileSync(new URL(`${file}.yml`, folder), 'utf8'))));

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/**
 * Returns the key under which a text is translated: a plural's stem for its forms, else the key itself.
 * @param {Map<string, unknown>} english
 * @param {string} key
 * @returns {string}
 */
export const unitOf = (english, key) => {
  const dot = key.lastIndexOf('.');
  const stem = key.slice(0, dot);
  return categories.has(key.slice(dot + 1)) &&
    english.has(`${stem}.one`) &&
    english.has(`${stem}.other`)
    ? stem
    : key;
};

/**
 * Returns a short hash of each English text, by the key under which it is translated.
 * @param {Map<string, unknown>} english
 * @returns {Map<string, string>} 8 hexadecimal digits each
 */
export const hashesOf = (english) => {
  const sources = Map.groupBy(english, ([key]) => unitOf(english, key));
  return new Map(
    [...sources].map(([unit, texts]) => [
      unit,
      createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8),
    ]),
  );
};

/**
 * Compares a translation with English.
 * @param {Map<string, unknown>} english
 * @param {Map<string, unknown>} words the translation
 * @param {Record<string, string>} record the hash of the English text that each translation was made from
 * @returns {{ missing: string[], outdated: string[] }} keys in the order of English. A translation without a record
 *   counts as outdated, because nobody knows which English text it was made from.
 */
export const compareLocale = (english, words, record) => {
  const translated = new Set([...words.keys()].map((key) => unitOf(english, key)));
  const hashes = [...hashesOf(english)];
  return {
    missing: hashes.filter(([unit]) => !translated.has(unit)).map(([unit]) => unit),
    outdated: hashes
      .filter(([unit, hash]) => translated.has(unit) && record[unit] !== hash)
      .map(([unit]) => unit),
  };
};

const recordFile = (file) => new URL(`sources/${file}.json`, folder);

/** Reads the record of a second-tier language: for each key, the hash of the English text that was translated. */
export const recordOf = (file) =>
  existsSync(recordFile(file)) ? JSON.parse(readFileSync(recordFile(file), 'utf8')) : {};

/** Records that the translations of `units` match the current English texts, and drops removed keys. */
export const acceptUnits = (file, units) => {
  const english = textsOf('en');
  const accepted = new Set(units);
  const translated = new Set([...textsOf(file).keys()].map((key) => unitOf(english, key)));
  const before = recordOf(file);
  const record = [...hashesOf(english)].flatMap(([unit, hash]) => {
    const known = accepted.has(unit) ? hash : before[unit];
    return translated.has(unit) && known ? [[unit, known]] : [];
  });
  writeFileSync(recordFile(file), `${JSON.stringify(Object.fromEntries(record), undefined, 2)}\n`);
};
