import type { Store } from '../../../lib/companion';
import { serveLike } from './sqliteStore';

/** Wraps a store so that other work can run between a command's check and its commit. */
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
    /** Runs `work` right before the next write. */
    beforeNextWrite: (work: () => Promise<unknown>) => {
      ahead = work;
    },
  };
  serveLike(store, racing);
  return racing;
}
