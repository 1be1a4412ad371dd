import { i18n, type GeneratedI18nStructure } from '#i18n';

/** A key of the locale file; the compiler knows them all. */
export type TranslationKey = Extract<keyof GeneratedI18nStructure, string>;

/** The words for a key that is put together at run time, whatever number of facts they name. */
export function translateKey(key: TranslationKey, facts: readonly string[]): string {
  const look = i18n.t as (key: string, substitutions: readonly string[]) => string;
  return look(key, facts);
}
