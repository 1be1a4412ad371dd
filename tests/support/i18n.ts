import { parse } from 'yaml';
import english from '../../components/locales/en.yml?raw';

/** Replaces the browser's i18n API outside an extension with one that returns the English texts. */
function flatten(tree: object, stem = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${stem}${name}.`)
      : [[`${stem}${name}`, String(value)] as [string, string]],
  );
}

const words = new Map(flatten(parse(english) as object));

export const i18n = {
  t: (key: string, substitutions: string[] = []): string =>
    (words.get(key) ?? '').replaceAll(
      /\$(\d)/g,
      (_, place: string) => substitutions[Number(place) - 1] ?? '',
    ),
};

export type GeneratedI18nStructure = Record<string, unknown>;
