/** Returns whether a stored value has the expected type. */
export type Guard<T> = (value: unknown) => value is T;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

export const isText: Guard<string> = (value) => typeof value === 'string';

/** Whether a value is a number, but not NaN. */
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && !Number.isNaN(value);

/** Creates a guard for numbers between two bounds, both included. */
export const isWithin =
  (low: number, high: number): Guard<number> =>
  (value): value is number =>
    isNumber(value) && value >= low && value <= high;

export const isOneOf =
  <const T extends string>(...values: readonly T[]): Guard<T> =>
  (value): value is T =>
    values.some((one) => one === value);

export const isListOf =
  <T>(isItem: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every((item) => isItem(item));

export const isRecordOf =
  <T>(isItem: Guard<T>): Guard<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isRecord(value) && Object.values(value).every((item) => isItem(item));

/** Creates a guard for objects with at least these fields. */
export const isObjectOf =
  <T extends object>(fields: { readonly [Name in keyof T]: Guard<T[Name]> }): Guard<Readonly<T>> =>
  (value): value is Readonly<T> =>
    isRecord(value) &&
    Object.entries<Guard<unknown>>(fields).every(
      ([name, isField]) => Object.hasOwn(value, name) && isField(value[name]),
    );
