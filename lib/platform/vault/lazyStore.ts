import type { Store } from '../../vault';

/** Returns a store that loads its code at the first use. */
export function lazyStore(load: () => Promise<Store>): Store {
  let loading: Promise<Store> | null = null;
  const store = () => (loading ??= load());
  return {
    head: async () => (await store()).head(),
    records: async (ids) => (await store()).records(ids),
    all: async () => (await store()).all(),
    change: async (wanted, step) => (await store()).change(wanted, step),
    put: async (change) => (await store()).put(change),
    replace: async (snapshot) => (await store()).replace(snapshot),
    close: () => void loading?.then((one) => one.close()),
  };
}
