import { type Fields, isFields } from '../fields';
import type { SourceFile } from '../SourceFile';
import type { Table } from './Table';

const deepest = 4;
const mostColumns = 200;

/**
 * Returns the largest list of objects in a JSON or JSON Lines file as a table, or null if there is none. Column
 * names are dotted paths.
 */
export function jsonTable(file: SourceFile): Table | null {
  const lists = file.json === undefined ? [linesOf(file.text ?? '')] : listsIn(file.json, 0);
  const list = lists.reduce((best, next) => (next.length > best.length ? next : best), []);
  if (list.length === 0) return null;
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
  const objects = lines.map(parse).filter(isFields);
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

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
