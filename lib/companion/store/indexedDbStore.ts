import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import {
  eachTable,
  schemaVersion,
  tableNames,
  type Range,
  type Records,
  type Store,
  type Table,
  type TableName,
  type Tx,
} from './Store';
import { upgradeDatabase } from './upgradeDatabase';

type Transaction = IDBPTransaction<unknown, TableName[], IDBTransactionMode>;

function keyRange({ above, below, atMost }: Range): IDBKeyRange | null {
  const upper = atMost ?? below;
  const isOpen = atMost === undefined;
  if (above !== undefined && upper !== undefined)
    return IDBKeyRange.bound(above, upper, true, isOpen);
  if (above !== undefined) return IDBKeyRange.lowerBound(above, true);
  return upper === undefined ? null : IDBKeyRange.upperBound(upper, isOpen);
}

function tableOf<T extends TableName>(transaction: Transaction, name: T): Table<T> {
  const rows = transaction.objectStore(name);
  return {
    get: (key) => rows.get(key),
    where: (field, value) => rows.index(field).getAll(value),
    range: async (field, range) => {
      const index = rows.index(field);
      if (!range.backwards) return index.getAll(keyRange(range), range.limit);
      const found: Records[T][] = [];
      const limit = range.limit ?? Infinity;
      let cursor = await index.openCursor(keyRange(range), 'prev');
      while (cursor) {
        found.push(cursor.value);
        cursor = found.length < limit ? await cursor.continue() : null;
      }
      return found;
    },
    all: () => rows.getAll(),
    put: async (record) => {
      await rows.put?.(record);
    },
    delete: async (key) => {
      await rows.delete?.(key);
    },
    clear: async () => {
      await rows.clear?.();
    },
  };
}

const connect = (name: string, terminated: () => void) =>
  openDB(name, schemaVersion, {
    terminated,
    // Closes the connection when a page or worker wants to upgrade the database.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      terminated();
    },
    upgrade(db, oldVersion, _, transaction) {
      // The upgrade isn't awaited, because the transaction stays open until every request of the upgrade is done.
      void upgradeDatabase(db, transaction, oldVersion);
    },
  });

/**
 * Creates a store in an IndexedDB database. Every command is one readwrite transaction over all tables, so
 * commands of all pages run one after another. A command resolves once its transaction is on disk.
 */
export function indexedDbStore(name = 'companion'): Store {
  let connection: Promise<IDBPDatabase> | null = null;

  /**
   * Returns the connection. Opens the database at first use, after a failure, and after the browser closed the
   * connection because site data was cleared.
   */
  const database = (): Promise<IDBPDatabase> => {
    const forget = () => (connection = null);
    connection ??= connect(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return connection;
  };

  const transact = async <R>(mode: IDBTransactionMode, work: (tx: Tx) => Promise<R>) => {
    const db = await database();
    const transaction = db.transaction(tableNames, mode, { durability: 'strict' });
    const done = transaction.done.then(
      () => null,
      (error: unknown) => error,
    );
    try {
      const result = await work(eachTable((table) => tableOf(transaction, table)));
      const failure = await done;
      if (failure !== null) throw failure;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // The transaction had already ended.
      }
      await done;
      throw error;
    }
  };

  return {
    read: (work) => transact('readonly', work),
    write: (work) => transact('readwrite', work),
  };
}
