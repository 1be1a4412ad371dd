import type { Store } from '../../../lib/companion';
import { serveLike } from './sqliteStore';

/** A store of which something else can get ahead: it is done between a command's look and its commit. */
export function racingStore(store: Store) {
  let ahead: (() => Promise<unknown>) | null = null;
  const racing = {
    read: ((...from) => store.read(...from)) as Store['read'],
    write: async <R>(work: Parameters<Store['write']>[0]): Promise<R> => {
      const first = ahead;
      ahead = null;
      await first?.();
      return store.write(work) as Promise<R>;
    },
    /** Has this happen right before the next write. */
    beforeNextWrite: (work: () => Promise<unknown>) => {
      ahead = work;
    },
  };
  serveLike(store, racing);
  return racing;
}
