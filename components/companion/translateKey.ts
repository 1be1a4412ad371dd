import { i18n, type GeneratedI18nStructure } from '#i18n';

/** A key of the locale file, checked by the compiler. */
export type TranslationKey = Extract<keyof GeneratedI18nStructure, string>;

/** Returns the text of a key composed at run time, with `facts` in its placeholders in order. */
export function translateKey(key: TranslationKey, facts: readonly string[]): string {
  const look = i18n.t as (key: string, substitutions: readonly string[]) => string;
  return look(key, facts);
}
