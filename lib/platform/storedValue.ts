import { browser } from 'wxt/browser';
import { is, type GenericSchema, type InferOutput } from 'valibot';

/** One value in the browser's storage, checked by its schema at every read. */
export interface StoredValue<T> {
  readonly area: 'local' | 'session';
  readonly key: string;
  /** Returns null if nothing is stored, or nothing that fits the schema. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** Creates the accessor of the value at `key`. `local` is on disk; `session` is in memory until the browser ends. */
export function storedValue<Schema extends GenericSchema>(
  area: StoredValue<unknown>['area'],
  key: string,
  schema: Schema,
): StoredValue<InferOutput<Schema>> {
  return {
    area,
    key,
    async read() {
      const held: unknown = (await browser.storage[area].get(key))[key];
      return is(schema, held) ? held : null;
    },
    write: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
  };
}
