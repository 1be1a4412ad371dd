import { formatVersion } from '../format/keys';
import type { Change, Snapshot, Store } from './Store';

/**
 * Returns the key of a record in a store. The first format uses the bare id, later formats prefix their
 * version, so that two formats fit in one store without touching each other.
 */
const nameOf = (id: string, version: number) => (version === 1 ? id : `${version}.${id}`);

/** The inverse of `nameOf`. Returns null if the key isn't one of this format. */
function idOf(name: string, version: number): string | null {
  if (version === 1) return name.includes('.') ? null : name;
  return name.startsWith(`${version}.`) ? name.slice(`${version}.`.length) : null;
}

/** Whether a key belongs to a record of this format. */
export const isNameOf = (name: string, version: number): boolean => idOf(name, version) !== null;

/** Returns the records of this format in a store's content, by id. */
export function ofFormat({ head, records }: Snapshot, version: number): Snapshot {
  const own = [...records].flatMap(([name, bytes]) => {
    const id = idOf(name, version);
    return id === null ? [] : [[id, bytes] as const];
  });
  return { head, records: new Map(own) };
}

/** Converts a change to the keys of the store. */
export const named = ({ head, put, drop }: Change, version: number): Change => ({
  head,
  put: new Map([...put].map(([id, bytes]) => [nameOf(id, version), bytes])),
  drop: drop.map((id) => nameOf(id, version)),
});

/** Wraps a store so that only records of the current format are read and written. */
export function inFormat(store: Store, version: number = formatVersion): Store {
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(id, version));
  return {
    head: () => store.head(),
    records: async (ids) =>
      ofFormat({ head: null, records: await store.records(names(ids)) }, version).records,
    all: async () => ofFormat(await store.all(), version),
    change: (wanted, step) =>
      store.change(wanted === 'all' ? wanted : names(wanted), (now) =>
        named(step(ofFormat(now, version)), version),
      ),
    put: (change) => store.put(named(change, version)),
    replace: (snapshot) => store.replace(snapshot),
    settle: async () => store.settle?.(),
    close: () => store.close(),
  };
}
