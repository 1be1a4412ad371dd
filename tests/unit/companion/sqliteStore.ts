import { DatabaseSync } from 'node:sqlite';
import {
  eachTable,
  schema,
  tableNames,
  type Range,
  type Store,
  type Table,
  type TableName,
} from '../../../lib/companion';

/** The stores whose services are accessed over real HTTP. */
const served = new WeakSet<Store>();
export const isServed = (store: Store): boolean => served.has(store);

/** Marks `wrapper` as served over HTTP if `inner` is, with the same sealing key. */
export function serveLike(inner: Store, wrapper: Store): void {
  if (!served.has(inner)) return;
  served.add(wrapper);
  keys.set(wrapper, sealingKeyOf(inner)());
}

/**
 * The sealing key of each store. A server keeps its key outside the database, and a restarted service finds it
 * here.
 */
const keys = new WeakMap<Store, Promise<CryptoKey>>();

export const sealingKeyOf = (store: Store) => (): Promise<CryptoKey> => {
  const key =
    keys.get(store) ??
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  keys.set(store, key);
  return key;
};

const create = (name: TableName): string[] => [
  `CREATE TABLE ${name} (key TEXT PRIMARY KEY, row TEXT NOT NULL)`,
  ...schema[name].indexes.map(
    (field) => `CREATE INDEX ${name}_${field} ON ${name} (json_extract(row, '$.${field}'))`,
  ),
];

const conditions = ({ above, below, atMost }: Range) =>
  [
    ['>', above],
    ['<', below],
    ['<=', atMost],
  ].filter((each): each is [string, string | number] => each[1] !== undefined);

const parse = (rows: readonly unknown[]) =>
  rows.map((row) => JSON.parse((row as { row: string }).row));

function sqliteTable<T extends TableName>(db: DatabaseSync, name: T): Table<T> {
  const { key } = schema[name];
  const valueOf = (field: string) => (field === key ? 'key' : `json_extract(row, '$.${field}')`);
  return {
    get: async (id) =>
      parse([db.prepare(`SELECT row FROM ${name} WHERE key = ?`).get(id) ?? []].flat())[0],
    where: async (field, value) =>
      parse(
        db.prepare(`SELECT row FROM ${name} WHERE ${valueOf(field)} = ? ORDER BY key`).all(value),
      ),
    async range(field, range) {
      const bounds = conditions(range);
      const tests = [
        `${valueOf(field)} IS NOT NULL`,
        ...bounds.map(([operator]) => `${valueOf(field)} ${operator} ?`),
      ];
      const order = range.backwards ? 'DESC' : 'ASC';
      return parse(
        db
          .prepare(
            `SELECT row FROM ${name} WHERE ${tests.join(' AND ')}
             ORDER BY ${valueOf(field)} ${order}, key ${order} LIMIT ${range.limit ?? -1}`,
          )
          .all(...bounds.map(([, bound]) => bound)),
      );
    },
    all: async () => parse(db.prepare(`SELECT row FROM ${name} ORDER BY key`).all()),
    put: async (row) => {
      db.prepare(`INSERT OR REPLACE INTO ${name} (key, row) VALUES (?, ?)`).run(
        String(row[key]),
        JSON.stringify(row),
      );
    },
    delete: async (id) => {
      db.prepare(`DELETE FROM ${name} WHERE key = ?`).run(id);
    },
    clear: async () => {
      db.exec(`DELETE FROM ${name}`);
    },
  };
}

/** Returns a store in an SQL database. `makeService` serves it with a real HTTP server. */
export function servedSqliteStore(): Store {
  const db = new DatabaseSync(':memory:');
  for (const name of tableNames) for (const statement of create(name)) db.exec(statement);
  const tables = eachTable((name) => sqliteTable(db, name));
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const store: Store = {
    read: (work) => inTurn(() => work(tables)),
    write: (work) =>
      inTurn(async () => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const answer = await work(tables);
          db.exec('COMMIT');
          return answer;
        } catch (error) {
          db.exec('ROLLBACK');
          throw error;
        }
      }),
  };
  served.add(store);
  return store;
}
