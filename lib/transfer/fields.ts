import { readWholeNumber } from '../otp';

/** A JSON object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns an object unchanged, and an empty object for any other value. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** Returns an array unchanged, and an empty array for any other value. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Returns a string or number as trimmed text, and an empty text for any other value. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/**
 * Returns a number, also from text. Returns undefined for a missing or empty value. Returns NaN, which every
 * range check rejects, for any other value.
 */
export function number(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? readWholeNumber(value) : Number.NaN;
}

/**
 * Returns the counter of an HOTP account. Returns undefined only if the file has no counter field, and NaN for an
 * empty field. A default of 0 would show codes that the site rejects.
 */
export const counter = (value: unknown): number | undefined =>
  value === null || value === '' ? Number.NaN : number(value);

/** Returns the first text that isn't empty, or an empty text. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(text).find((value) => value !== '') ?? '';
