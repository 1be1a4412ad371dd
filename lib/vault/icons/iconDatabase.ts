import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../../errors';

interface Schema extends DBSchema {
  sealed: { key: string; value: Uint8Array };
}

interface IconChange {
  readonly put: ReadonlyMap<string, Uint8Array>;
  readonly drop: readonly string[];
}

/** Stores sealed pictures by key. */
export interface IconStore {
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * Makes one atomic change. `step` is synchronous and receives the bytes stored under `key`. Throws `icons/full`
   * if the disk is full.
   */
  change(key: string, step: (bytes: Uint8Array | undefined) => IconChange): Promise<void>;
  /** Erases everything whose key starts with `prefix`. */
  clear(prefix: string): Promise<void>;
}

const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

async function open(name: string): Promise<IDBPDatabase<Schema>> {
  try {
    return await openDB<Schema>(name, 1, {
      upgrade: (created) => void created.createObjectStore('sealed'),
    });
  } catch (cause) {
    throw new AppError('icons/unavailable', {}, { cause });
  }
}

/**
 * Opens the database of pictures for each operation. It isn't the vault's database and has no mirror, because the
 * user still has the files of the pictures.
 */
export function iconDatabase(name: string): IconStore {
  async function run<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const database = await open(name);
    try {
      return await work(database);
    } catch (cause) {
      throw isFull(cause) ? new AppError('icons/full', {}, { cause }) : cause;
    } finally {
      database.close();
    }
  }

  return {
    get: (keys) =>
      run(async (database) => {
        const { store } = database.transaction('sealed');
        const values = await Promise.all(keys.map((key) => store.get(key)));
        return new Map(
          keys.flatMap((key, at) => {
            const bytes = values[at];
            return bytes ? [[key, bytes] as const] : [];
          }),
        );
      }),
    change: (key, step) =>
      run(async (database) => {
        const transaction = database.transaction('sealed', 'readwrite');
        const { store } = transaction;
        const writes: Promise<unknown>[] = [transaction.done];
        try {
          const { put, drop } = step(await store.get(key));
          for (const one of drop) writes.push(store.delete(one));
          for (const [one, bytes] of put) writes.push(store.put(bytes, one));
        } catch (error) {
          transaction.abort();
          await transaction.done.catch(() => undefined);
          throw error;
        }
        await Promise.all(writes);
      }),
    clear: (prefix) =>
      run((database) => database.delete('sealed', IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
  };
}
