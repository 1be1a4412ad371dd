import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Store } from './Store';

interface VaultSchema extends DBSchema {
  meta: { key: string; value: unknown };
  records: { key: string; value: unknown };
}

type Database = IDBPDatabase<VaultSchema>;

const open = (name: string, onLoss: () => void, onEnd: () => void): Promise<Database> =>
  openDB<VaultSchema>(name, 1, {
    upgrade(database, _oldVersion, _newVersion, _transaction, event) {
      // Chromium says here whether it threw a damaged database away.
      if ('dataLoss' in event && event.dataLoss !== 'none') onLoss();
      database.createObjectStore('meta');
      database.createObjectStore('records');
    },
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      onEnd();
    },
    terminated: onEnd,
  });

const textOf = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : '';

/** Whatever is not bytes is kept as an empty record: damaged, not missing. */
const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array();

const mapOf = (ids: readonly string[], values: readonly unknown[]): Map<string, Uint8Array> =>
  new Map(
    ids.flatMap((id, at) => (values[at] === undefined ? [] : [[id, bytesOf(values[at])] as const])),
  );

/**
 * The vault's ciphertext in IndexedDB: `meta` holds the head, `records` the sealed records by id. Every
 * change is one readwrite transaction with strict durability. `onLoss` is called where the browser says
 * that it lost data.
 */
export function indexedDbStore(name: string, onLoss: () => void): Store {
  let opening: Promise<Database> | null = null;
  const database = () => {
    opening ??= open(name, onLoss, () => {
      opening = null;
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  const change: Store['change'] = async (wanted, step) => {
    const transaction = (await database()).transaction(['meta', 'records'], 'readwrite', {
      durability: 'strict',
    });
    const meta = transaction.objectStore('meta');
    const records = transaction.objectStore('records');
    // An abort rejects `done` too; the step's own error is the one to hear.
    const done = transaction.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    try {
      const ids = wanted === 'all' ? await records.getAllKeys() : wanted;
      const [head, values] = await Promise.all([
        meta.get('head'),
        Promise.all(ids.map((id) => records.get(id))),
      ]);
      const next = step({ head: textOf(head), records: mapOf(ids, values) });
      await Promise.all([
        meta.put(next.head, 'head'),
        ...[...next.put].map(([id, bytes]) => records.put(bytes, id)),
        ...next.drop.map((id) => records.delete(id)),
      ]);
    } catch (error) {
      // Already aborted where the failure is the transaction's own.
      if (!(error instanceof DOMException)) transaction.abort();
      await done;
      throw error;
    }
    const failed = await done;
    if (failed) throw failed.error;
  };

  return {
    async head() {
      return textOf(await (await database()).get('meta', 'head'));
    },
    async records(ids) {
      const store = (await database()).transaction('records').store;
      return mapOf(ids, await Promise.all(ids.map((id) => store.get(id))));
    },
    async all() {
      const transaction = (await database()).transaction(['meta', 'records']);
      const [head, ids, values] = await Promise.all([
        transaction.objectStore('meta').get('head'),
        transaction.objectStore('records').getAllKeys(),
        transaction.objectStore('records').getAll(),
      ]);
      return { head: textOf(head), records: mapOf(ids, values) };
    },
    change,
    put: (written) => change([], () => written),
    close() {
      void opening?.then((db) => db.close());
      opening = null;
    },
  };
}
