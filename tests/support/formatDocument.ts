import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A row in a table of bytes. `offset` and `length` are in bytes. A length of null means "to the end". */
export interface Field {
  readonly offset: number;
  readonly length: number | null;
  readonly what: string;
}

const text = readFileSync('lib/vault/FORMAT.md', 'utf8');

/** Returns the text of a section of FORMAT.md. */
export const textOf = (section: string): string =>
  text.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';

/** Returns the cells of a section's table, row by row, without its header. */
function tableOf(section: string): readonly (readonly string[])[] {
  return textOf(section)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** Returns a section's table of bytes. `H` is the length of the header. */
export function fieldsOf(section: string, H = 0): readonly Field[] {
  const valueOf = (cell: string) =>
    cell
      .split(' + ')
      .map((term) => (term === 'H' ? H : Number(term)))
      .reduce((sum, term) => sum + term, 0);
  return tableOf(section).map(([offset = '', length = '', what = '']) => ({
    offset: valueOf(offset),
    length: length === 'to end' ? null : valueOf(length),
    what,
  }));
}

/** Returns the bytes of each field, keyed by the first word of its description. */
export const cut = (bytes: Uint8Array, fields: readonly Field[]) =>
  new Map(
    fields.map(({ offset, length, what }) => [
      /^(?:the )?(\w+)/.exec(what)?.[1],
      bytes.subarray(offset, length === null ? undefined : offset + length),
    ]),
  );

type Values = Readonly<Record<string, string | number | Uint8Array>>;

/** Encodes `prefixed(…)` as FORMAT.md defines it. Replaces the names in the list with their `values`. */
export function prefixed(list: string, values: Values): Uint8Array {
  const encoded = list.split(', ').map((term) => {
    const value = term.startsWith('"') ? term.slice(1, -1) : values[term];
    if (value === undefined)
      throw new Error(`FORMAT.md names ${term}, which the test doesn't know`);
    if (typeof value !== 'number') return Buffer.from(value);
    const number = Buffer.alloc(4);
    number.writeUInt32BE(value);
    return number;
  });
  return Buffer.concat(
    encoded.flatMap((bytes) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** Derives a key as FORMAT.md describes it: `HKDF(key, salt: …, info: prefixed(…))`. */
export function derived(formula: string, values: Values): Uint8Array {
  const [, key = '', salt, info = ''] =
    /HKDF\(([\w ']+), (?:salt: ([\w ']+)|no salt), info: prefixed\(([^)]+)\)\)/.exec(formula) ?? [];
  const secret = values[key];
  const salted = salt === undefined ? '' : values[salt];
  if (!(secret instanceof Uint8Array) || salted === undefined || typeof salted === 'number')
    throw new Error(`FORMAT.md derives from ${key} and ${salt}, which the test doesn't know`);
  return new Uint8Array(hkdfSync('sha256', secret, salted, prefixed(info, values), 32));
}

/** Returns the formula of a key in the table of keys. */
export const formulaOf = (key: string): string =>
  tableOf('Keys').find(([name]) => name === key)?.[1] ?? '';

/** Returns the content of the first `prefixed(…)` list after a phrase. */
export function prefixedAfter(phrase: string): string {
  const found = text.split(phrase)[1];
  if (found === undefined) throw new Error(`FORMAT.md doesn't say "${phrase}"`);
  return /prefixed\(([^)]+)\)/.exec(found)?.[1] ?? '';
}

/** Returns the names in backticks in the sentence after a phrase, sorted. */
export function fieldNames(phrase: string): readonly string[] {
  const sentence =
    text
      .split(phrase)[1]
      ?.trim()
      .split(/\.(?:\s|$)/)[0] ?? '';
  return Array.from(sentence.matchAll(/`(\w+)`/g), ([, name = '']) => name).toSorted();
}
