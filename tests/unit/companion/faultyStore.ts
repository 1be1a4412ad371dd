import type { Store } from '../../../lib/companion';
import { serveLike } from './sqliteStore';

type Tables = Parameters<Parameters<Store['write']>[0]>[0];
type Method = 'get' | 'put' | 'delete' | 'where' | 'all' | 'clear';

/** Wraps a store so that it fails at one call, in the middle of a transaction. */
export function faultyStore(store: Store) {
  let fault: { table: keyof Tables; method: Method; after: number; happened: boolean } | null =
    null;

  const wrap = (tx: Tables): Tables =>
    new Proxy(tx, {
      get: (tables, table: keyof Tables) =>
        new Proxy(tables[table], {
          get: (target, method: Method) => (argument: never, second: never) => {
            if (fault && !fault.happened && fault.table === table && fault.method === method) {
              if (fault.after === 0) {
                fault.happened = true;
                return Promise.reject(new Error('the disk is full'));
              }
              fault.after -= 1;
            }
            return (target[method] as (a: never, b: never) => unknown)(argument, second);
          },
        }),
    });

  const faulty = {
    read: <R>(work: (tx: Tables) => Promise<R>) => store.read(work),
    write: <R>(work: (tx: Tables) => Promise<R>) => store.write((tx) => work(wrap(tx))),
    /**
     * Lets `after` calls of a method succeed and the next call fail. Returns a function that tells whether the
     * fault happened.
     */
    failOnce: (table: keyof Tables, method: Method, after = 0) => {
      fault = { table, method, after, happened: false };
      const planted = fault;
      return () => planted.happened;
    },
  };
  serveLike(store, faulty);
  return faulty;
}
