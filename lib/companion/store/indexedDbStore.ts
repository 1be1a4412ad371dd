import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import {
  eachTable,
  schema,
  tableNames,
  type Store,
  type Table,
  type TableName,
  type Tx,
} from './Store';

type Transaction = IDBPTransaction<unknown, TableName[], IDBTransactionMode>;

function tableOf<T extends TableName>(transaction: Transaction, name: T): Table<T> {
  const rows = transaction.objectStore(name);
  return {
    get: (key) => rows.get(key),
    where: (field, value) => rows.index(field).getAll(value),
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
  openDB(name, 1, {
    terminated,
    upgrade(db) {
      for (const table of tableNames) {
        const rows = db.createObjectStore(table, { keyPath: schema[table].key });
        for (const field of schema[table].indexes) rows.createIndex(field, field);
      }
    },
  });

/**
 * A store in a database of its own. Every command holds one readwrite transaction over all tables, so
 * that commands come one after the other also across contexts, and is on disk before it answers.
 */
export function indexedDbStore(name = 'companion'): Store {
  let connection: Promise<IDBPDatabase> | null = null;

  /** Opened at first use, and anew after a failure or after the browser closed it (cleared site data). */
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
      const answer = await work(eachTable((table) => tableOf(transaction, table)));
      const failure = await done;
      if (failure !== null) throw failure;
      return answer;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It had ended already.
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
