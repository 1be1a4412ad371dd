import type { Fields } from './fields';

/** A JSON object that records which of its members are read, also in nested objects. */
export interface WatchedFields {
  readonly fields: Fields;
  /** Returns the names and values of texts and numbers that weren't read. */
  readonly unread: () => readonly (readonly [name: string, value: string])[];
}

/** Whether a value is an object as JSON.parse creates it. Other objects, such as byte arrays, aren't watched. */
export const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Watches which members of a JSON object are read. Listing all members counts as reading them. */
export function watchFields(given: Fields): WatchedFields {
  const read = new Set<string>();
  const inner = new Map<string, WatchedFields>();
  const fields = new Proxy(given, {
    get(target, key) {
      if (typeof key !== 'string') return Reflect.get(target, key) as unknown;
      read.add(key);
      const value = target[key];
      if (!isPlainObject(value)) return value;
      const watched = inner.get(key) ?? watchFields(value);
      inner.set(key, watched);
      return watched.fields;
    },
    has(target, key) {
      if (typeof key === 'string') read.add(key);
      return key in target;
    },
    ownKeys(target) {
      for (const key of Object.keys(target)) read.add(key);
      return Reflect.ownKeys(target);
    },
  });
  const unread: WatchedFields['unread'] = () =>
    Object.entries(given).flatMap(([key, value]) => {
      if (isPlainObject(value)) return (inner.get(key) ?? watchFields(value)).unread();
      const isSimple = typeof value === 'string' || typeof value === 'number';
      return isSimple && !read.has(key) ? [[key, String(value)] as const] : [];
    });
  return { fields, unread };
}
