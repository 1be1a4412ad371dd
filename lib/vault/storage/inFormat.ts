import { formatVersion } from '../format/keys';
import type { Change, Snapshot, Store } from './Store';

/**
 * Returns the key of a record in a store. Format 1 uses the record's id; later formats put their version before
 * the id, so that records of two formats don't collide.
 */
const nameOf = (id: string, version: number) => (version === 1 ? id : `${version}.${id}`);

/** Returns the record id in a store's key, or null if the key belongs to another format. */
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

/** Returns a change with the record ids replaced by the store's keys. */
export const named = ({ head, put, drop }: Change, version: number): Change => ({
  head,
  put: new Map([...put].map(([id, bytes]) => [nameOf(id, version), bytes])),
  drop: drop.map((id) => nameOf(id, version)),
});

/** Returns a store that reads and writes only records of one format. */
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
