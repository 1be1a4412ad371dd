import {
  eachTable,
  schema,
  type FieldOf,
  type Range,
  type Records,
  type Store,
  type Table,
  type TableName,
} from './Store';

/** Reverts one change of a table. */
type Undo = () => void;

const isInside = (value: unknown, { above, below, atMost }: Range): boolean => {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return (
    (above === undefined || value > above) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  );
};

function memoryTable<T extends TableName>(name: T, note: (undo: Undo) => void): Table<T> {
  const { key, indexes } = schema[name];
  const rows = new Map<string, Records[T]>();
  const set = (id: string, row: Records[T] | undefined) => {
    const old = rows.get(id);
    note(() => (old === undefined ? rows.delete(id) : rows.set(id, old)));
    if (row === undefined) rows.delete(id);
    else rows.set(id, row);
  };
  const select = (field: FieldOf<T>, isWanted: (value: unknown) => boolean) => {
    if (field !== key && !indexes.includes(field)) throw new Error(`no index ${name}.${field}`);
    return [...rows]
      .filter(([, row]) => isWanted(row[field]))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  };
  return {
    get: async (id) => structuredClone(rows.get(id)),
    where: async (field, value) => structuredClone(select(field, (each) => each === value)),
    async range(field, range) {
      const found = select(field, (value) => isInside(value, range)).toSorted((a, b) =>
        a[field] < b[field] ? -1 : a[field] > b[field] ? 1 : 0,
      );
      if (range.backwards) found.reverse();
      return structuredClone(found.slice(0, range.limit));
    },
    all: async () => structuredClone(select(key, () => true)),
    put: async (row) => set(String(row[key]), structuredClone(row)),
    delete: async (id) => set(id, undefined),
    clear: async () => {
      for (const id of rows.keys()) set(id, undefined);
    },
  };
}

/** Creates a store in memory whose transactions behave like those of IndexedDB. */
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
