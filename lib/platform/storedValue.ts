import { browser } from 'wxt/browser';
import type { Guard } from './guards';

/** One value in the browser's storage, validated at every read. */
export interface StoredValue<T> {
  readonly area: 'local' | 'session';
  readonly key: string;
  /** Returns the stored value, or null if nothing valid is stored. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Creates an accessor for the value at `key`. `local` is on disk. `session` is in memory until the browser
 * closes.
 */
export function storedValue<T>(
  area: StoredValue<unknown>['area'],
  key: string,
  isValid: Guard<T>,
): StoredValue<T> {
  return {
    area,
    key,
    async read() {
      const held: unknown = (await browser.storage[area].get(key))[key];
      return isValid(held) ? held : null;
    },
    write: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
  };
}
