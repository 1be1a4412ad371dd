import { i18n, type GeneratedI18nStructure } from '#i18n';

/** A key of the locale file, which the compiler checks. */
export type TranslationKey = Extract<keyof GeneratedI18nStructure, string>;

/** Returns the text of a key that is composed at run time. `facts` fill the placeholders in order. */
export function translateKey(key: TranslationKey, facts: readonly string[]): string {
  const look = i18n.t as (key: string, substitutions: readonly string[]) => string;
  return look(key, facts);
}
