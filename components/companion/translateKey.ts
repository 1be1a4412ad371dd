import type { GeneratedI18nStructure } from '#i18n';
import { translate } from '../ui';

/** A key of the locale file, which the compiler checks. */
export type TranslationKey = Extract<keyof GeneratedI18nStructure, string>;

/** Returns the text of a key composed at run time, with `facts` in its placeholders in order. */
export const translateKey = (key: TranslationKey, facts: readonly string[]): string =>
  translate(key, facts);
