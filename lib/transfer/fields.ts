import { readWholeNumber } from '../otp';

/** A JSON object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the object, or an empty one for any other value. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** Returns the array, or an empty one for any other value. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Returns a string or number as trimmed text; empty for any other value. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/**
 * Returns a number, also from text. Undefined if the value is missing or empty; NaN, which every range
 * check rejects, for anything else.
 */
export function number(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? readWholeNumber(value) : Number.NaN;
}

/**
 * Returns the counter of an HOTP account. Undefined only if the file has no such field: an empty one is NaN,
 * because 0 instead would show codes that the site rejects.
 */
export const counter = (value: unknown): number | undefined =>
  value === null || value === '' ? Number.NaN : number(value);

/** Returns the first text that isn't empty. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(text).find((value) => value !== '') ?? '';
