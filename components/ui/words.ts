import { i18n, type GeneratedI18nStructure } from '#i18n';

type Key = Extract<keyof GeneratedI18nStructure, string>;

/** A key with one form a plural category below it: `name.one`, `name.other` and what else a language has. */
export type PluralKey = Key extends infer K
  ? K extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

/** The words of the locale file for a key. */
export const t = i18n.t;

/** The language of the words on this page, as a BCP 47 tag: the locale file's, not the browser's. */
export const locale = (): string => t('locale.tag');

/** The words for a number of things, in the form that Intl chooses for the language. */
export function plural(key: PluralKey, count: number, ...facts: string[]): string {
  const look = i18n.t as (key: string, substitutions: string[]) => string;
  const stem: string = key;
  const substitutions = [number(count), ...facts];
  const form = new Intl.PluralRules(locale()).select(count);
  return look(`${stem}.${form}`, substitutions) || look(`${stem}.other`, substitutions);
}

export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** A day and time of day, from milliseconds since the Unix epoch. */
export const dateTime = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
