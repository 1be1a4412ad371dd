import { i18n, type GeneratedI18nStructure } from '#i18n';
import { isolate } from './isolate';

type Key = Extract<keyof GeneratedI18nStructure, string>;

/**
 * A locale key with one form per plural category: `name.one`, `name.other`, and others that the language needs.
 */
export type PluralKey = Key extends infer K
  ? K extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

const look = i18n.t as (key: string, substitutions?: readonly string[]) => string;

/**
 * Returns the text for a key of the locale file that is composed at run time. Substitutions are isolated (see
 * `isolate`).
 */
export const translate = (key: string, substitutions?: readonly string[]): string =>
  look(
    key,
    substitutions?.map((text) => isolate(text, look('locale.direction'))),
  );

/** Returns the text for a key of the locale file. Substitutions are isolated (see `isolate`). */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type only adds a check of keys and counts
export const t = translate as typeof i18n.t;

/**
 * Returns the language of this page's texts as a BCP 47 tag. The language comes from the locale file, not from
 * the browser.
 */
export const locale = (): string => t('locale.tag');

/** Returns the text for a count, in the plural form that Intl selects for the language. */
export function plural(key: PluralKey, count: number, ...facts: string[]): string {
  const stem: string = key;
  const substitutions = [number(count), ...facts];
  const form = new Intl.PluralRules(locale()).select(count);
  return translate(`${stem}.${form}`, substitutions) || translate(`${stem}.other`, substitutions);
}

export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** Formats milliseconds since the Unix epoch as date and time. */
export const dateTime = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
