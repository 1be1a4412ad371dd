import { browser } from 'wxt/browser';
import { AppError } from '../../errors';
import type { Store, StoreSnapshot } from '../../vault';
import {
  changeToWire,
  isStoreResponse,
  snapshotFromWire,
  snapshotToWire,
  type StoreRequest,
  type StoreResponse,
} from './storeMessages';

type Wanted = StoreRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'type'>
    : never
  : never;

/** How often a change that another context overtook is made anew. */
const attempts = 5;

async function ask(request: Wanted): Promise<StoreResponse> {
  const response: unknown = await browser.runtime
    .sendMessage({ type: 'vault/store', ...request })
    .catch(() => null);
  if (!isStoreResponse(response)) throw new AppError('vault/unreachable');
  // As the database itself would: always-private browsing keeps none for the background either.
  if ('failed' in response) throw new DOMException('', response.failed);
  return response;
}

async function read(request: Wanted): Promise<StoreSnapshot> {
  const response = await ask(request);
  if (!('snapshot' in response)) throw new AppError('vault/unreachable');
  return snapshotFromWire(response.snapshot);
}

/**
 * The database of the vault for a page that can't open it: the background reads and commits. A change is made here,
 * where the key is, from the state that the background sent, and is committed only over that state.
 */
export function storeByBackground(): Store {
  return {
    head: async () => (await read({ what: 'head' })).head,
    records: async (ids) => (await read({ what: 'some', ids })).records,
    all: () => read({ what: 'all' }),
    async put(change) {
      await ask({ what: 'put', change: changeToWire(change) });
    },
    async change(wanted, step) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const now = await read(wanted === 'all' ? { what: 'all' } : { what: 'some', ids: wanted });
        const change = changeToWire(step(now));
        const response = await ask({ what: 'commit', over: now.head, change });
        if ('committed' in response && response.committed) return;
      }
      throw new AppError('vault/unreachable');
    },
    async replace(snapshot) {
      await ask({ what: 'replace', snapshot: snapshotToWire(snapshot) });
    },
    close() {},
  };
}
