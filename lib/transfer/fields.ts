/** A JSON object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one in place of anything else. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** The array, or an empty one in place of anything else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text or number as trimmed text; empty in place of anything else. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/**
 * A number, also where it was written as text. Undefined where nothing is said; NaN, which every check
 * refuses, where something else is.
 */
export function number(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** The first text that is not empty. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(text).find((value) => value !== '') ?? '';
