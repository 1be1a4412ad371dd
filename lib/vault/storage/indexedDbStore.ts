import { unwrap, wrap, type DBSchema, type IDBPDatabase } from 'idb';
import { trustedCast } from '../format/trustedCast';
import { fallbackDatabases, type SpareDatabases } from './fallbackDatabases';
import type { Store } from './Store';

interface VaultSchema extends DBSchema {
  meta: { key: string; value: unknown };
  records: { key: string; value: unknown };
}

type Database = IDBPDatabase<VaultSchema>;

async function open(
  databases: IDBFactory,
  name: string,
  onLoss: () => void,
  onEnd: () => void,
): Promise<Database> {
  const request = databases.open(name, 1);
  request.addEventListener('upgradeneeded', (event) => {
    // Chromium sets `dataLoss` if it discarded a damaged database.
    if ('dataLoss' in event && event.dataLoss !== 'none') onLoss();
    request.result.createObjectStore('meta');
    request.result.createObjectStore('records');
  });
  const database = trustedCast<Database>(await wrap(request));
  database.addEventListener('versionchange', () => {
    database.close();
    onEnd();
  });
  database.addEventListener('close', onEnd);
  return database;
}

/**
 * Whether an error means that files of the browser's databases are missing. While files are missing, Chromium
 * throws this error at every opening.
 */
const isBroken = (error: unknown) => error instanceof DOMException && error.name === 'UnknownError';

const textOf = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : '';

/**
 * Returns a stored value as bytes. Any other value becomes an empty record, which counts as damaged and not as
 * missing.
 */
const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array();

const mapOf = (ids: readonly string[], values: readonly unknown[]): Map<string, Uint8Array> =>
  new Map(
    ids.flatMap((id, at) => (values[at] === undefined ? [] : [[id, bytesOf(values[at])] as const])),
  );

/**
 * Creates a store in IndexedDB. `meta` holds the head, `records` holds the encrypted records by id. Every change
 * is one readwrite transaction with strict durability. Calls `onLoss` if the browser reports data loss, or if an
 * empty fallback database replaces a database that can't be opened.
 */
export function indexedDbStore(
  name: string,
  onLoss: () => void,
  spare: SpareDatabases = fallbackDatabases,
): Store {
  let opening: Promise<Database> | null = null;
  let inSpare = false;
  const onEnd = () => {
    opening = null;
    inSpare = false;
  };

  async function openSpare(why: unknown): Promise<Database> {
    const databases = await spare.open().catch(() => null);
    if (!databases) throw why;
    const database = await open(databases, name, onLoss, onEnd);
    inSpare = true;
    if ((await database.get('meta', 'head')) === undefined) onLoss();
    return database;
  }

  const database = () => {
    opening ??= open(indexedDB, name, onLoss, onEnd)
      .catch((error: unknown) => {
        if (!isBroken(error)) throw error;
        return openSpare(error);
      })
      .catch((error: unknown) => {
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
    // The browser sets the transaction's own error only after the event of the failed request.
    let cause: DOMException | null = null;
    unwrap(transaction).addEventListener('error', ({ target }) => {
      cause ??= target instanceof IDBRequest ? target.error : null;
    });
    // An abort also rejects `done`, but callers need the error of `step`.
    const done = transaction.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    try {
      const [head, ids, values] = await Promise.all([
        meta.get('head'),
        wanted === 'all' ? records.getAllKeys() : wanted,
        wanted === 'all' ? records.getAll() : Promise.all(wanted.map((id) => records.get(id))),
      ]);
      const next = step({ head: textOf(head), records: mapOf(ids, values) });
      // A failed request aborts the transaction, which `done` reports. Thousands of promises would take longer
      // than the writes.
      const requests = unwrap(records);
      unwrap(meta).put(next.head, 'head');
      for (const [id, bytes] of next.put) requests.put(bytes, id);
      for (const id of next.drop) requests.delete(id);
    } catch (error) {
      // If the transaction itself failed, it is already aborted.
      if (!(error instanceof DOMException)) transaction.abort();
      await done;
      throw error;
    }
    const failed = await done;
    if (failed) throw cause ?? failed.error;
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
    async replace({ head, records }) {
      const transaction = (await database()).transaction(['meta', 'records'], 'readwrite', {
        durability: 'strict',
      });
      const meta = transaction.objectStore('meta');
      const kept = transaction.objectStore('records');
      await Promise.all([
        head === null ? meta.delete('head') : meta.put(head, 'head'),
        kept.clear(),
        ...[...records].map(([id, bytes]) => kept.put(bytes, id)),
        transaction.done,
      ]);
    },
    settle: async () => {
      if (!inSpare) await spare.drop();
    },
    close() {
      void opening?.then((db) => db.close());
      opening = null;
    },
  };
}
