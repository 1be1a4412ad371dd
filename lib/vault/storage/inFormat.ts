import { formatVersion } from '../format/keys';
import type { Change, Snapshot, Store } from './Store';

/**
 * Under which name a store keeps a record. Those of the first format have their bare ids, those of a later one
 * its version before them: so two formats can lie in one store, and neither touches the other.
 */
const nameOf = (id: string, version: number) => (version === 1 ? id : `${version}.${id}`);

/** The inverse of `nameOf`, or null where the name is none of this format's. */
function idOf(name: string, version: number): string | null {
  if (version === 1) return name.includes('.') ? null : name;
  return name.startsWith(`${version}.`) ? name.slice(`${version}.`.length) : null;
}

/** Whether a record of this name is of this format. */
export const isNameOf = (name: string, version: number): boolean => idOf(name, version) !== null;

/** What of all that a store holds is of this format, by id. */
export function ofFormat({ head, records }: Snapshot, version: number): Snapshot {
  const own = [...records].flatMap(([name, bytes]) => {
    const id = idOf(name, version);
    return id === null ? [] : [[id, bytes] as const];
  });
  return { head, records: new Map(own) };
}

/** A change as the store itself writes it. */
export const named = ({ head, put, drop }: Change, version: number): Change => ({
  head,
  put: new Map([...put].map(([id, bytes]) => [nameOf(id, version), bytes])),
  drop: drop.map((id) => nameOf(id, version)),
});

/** A store through which only the records of our own format are seen and written. */
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
    settle: async () => store.settle?.(),
    close: () => store.close(),
  };
}
