import { type Fields, isFields } from '../fields';
import type { SourceFile } from '../SourceFile';
import { parseIfJson } from '../parseJson';
import { guessMapping } from './guessMapping';
import type { Table } from './Table';

const deepest = 4;
const mostColumns = 200;

/**
 * Returns the lists of objects with keys in a JSON or JSON Lines file as one table, or null if there is no list of
 * objects. If no list has a column that is known to hold keys, the largest list is the table. Column names are
 * dotted paths.
 */
export function jsonTable(file: SourceFile): Table | null {
  const lists = file.json === undefined ? [linesOf(file.text ?? '')] : listsIn(file.json, 0);
  const [largest = [], ...others] = lists.toSorted((a, b) => b.length - a.length);
  const withKeys = apart([largest, ...others].filter(hasKeys));
  return tableOf(withKeys.length > 0 ? withKeys.flat() : largest);
}

const hasKeys = (list: readonly Fields[]): boolean => {
  const table = tableOf(list);
  return table !== null && guessMapping(table).certain;
};

/** Drops lists that contain objects of an earlier list, or are contained in them. */
function apart(lists: readonly Fields[][]): Fields[][] {
  const seen = new Set<unknown>();
  return lists.filter((list) => {
    const objects = list.flatMap(objectsIn);
    const isNew = !objects.some((object) => seen.has(object));
    if (isNew) for (const object of objects) seen.add(object);
    return isNew;
  });
}

const objectsIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(objectsIn)]
    : [];

function tableOf(list: readonly Fields[]): Table | null {
  const rows = list.map((item) => new Map(flatten(item, '', 0)));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, mostColumns);
  const lines = rows.map((row) => columns.map((column) => row.get(column) ?? ''));
  return columns.length === 0 ? null : { lines: [columns, ...lines], hasHeader: true };
}

/** Returns every list of objects. An object whose values are all objects counts as a list, too. */
function listsIn(value: unknown, depth: number): Fields[][] {
  if (depth > deepest || typeof value !== 'object' || value === null) return [];
  const items: unknown[] = Object.values(value);
  const objects = items.filter(isFields);
  const own = objects.length > 0 && objects.length === items.length ? [objects] : [];
  const single = depth === 0 && isFields(value) && own.length === 0 ? [[value]] : [];
  const inner = Array.isArray(value) ? [] : items.flatMap((item) => listsIn(item, depth + 1));
  return [...own, ...inner, ...single];
}

/** Parses JSON Lines, which have one object per line. */
function linesOf(text: string): Fields[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return [];
  const objects = lines.map(parseIfJson).filter(isFields);
  return objects.length === lines.length ? objects : [];
}

function flatten(item: Fields, path: string, depth: number): (readonly [string, string])[] {
  return Object.entries(item).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (isFields(value)) return depth < deepest ? flatten(value, name, depth + 1) : [];
    if (Array.isArray(value)) {
      const texts = value.filter((part) => typeof part === 'string');
      return texts.length > 0 ? [[name, texts.join(', ')] as const] : [];
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [];
  });
}
