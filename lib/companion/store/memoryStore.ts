import { eachTable, schema, type Records, type Store, type Table, type TableName } from './Store';

/** What takes back one change. */
type Undo = () => void;

function memoryTable<T extends TableName>(name: T, note: (undo: Undo) => void): Table<T> {
  const { key, indexes } = schema[name];
  const rows = new Map<string, Records[T]>();
  const set = (id: string, row: Records[T] | undefined) => {
    const old = rows.get(id);
    note(() => (old === undefined ? rows.delete(id) : rows.set(id, old)));
    if (row === undefined) rows.delete(id);
    else rows.set(id, row);
  };
  const select = (isWanted: (row: Records[T]) => boolean) =>
    [...rows]
      .filter(([, row]) => isWanted(row))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => structuredClone(row));
  return {
    get: async (id) => structuredClone(rows.get(id)),
    where: async (field, value) => {
      if (!indexes.includes(field)) throw new Error(`no index ${name}.${field}`);
      return select((row) => row[field] === value);
    },
    all: async () => select(() => true),
    put: async (row) => set(String(row[key]), structuredClone(row)),
    delete: async (id) => set(id, undefined),
    clear: async () => {
      for (const id of rows.keys()) set(id, undefined);
    },
  };
}

/** A store that forgets everything with its process. Its transactions behave as IndexedDB's do. */
export function memoryStore(): Store {
  let undos: Undo[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const tables = eachTable((name) => memoryTable(name, (undo) => undos.push(undo)));

  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    read: (work) => inTurn(() => work(tables)),
    write: (work) =>
      inTurn(async () => {
        undos = [];
        try {
          return await work(tables);
        } catch (error) {
          for (const undo of undos.toReversed()) undo();
          throw error;
        }
      }),
  };
}
