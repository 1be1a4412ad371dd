import { browser } from 'wxt/browser';
import { AppError } from '../../errors';
import { snapshotFromText, snapshotToText, type Store, type StoreSnapshot } from '../../vault';
import {
  changeToWire,
  isStoreResponse,
  type StoreRequest,
  type StoreResponse,
} from './storeMessages';

type Wanted = StoreRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'type'>
    : never
  : never;

/** Maximum number of attempts to commit a change while other contexts write. */
const attempts = 5;

async function ask(request: Wanted): Promise<StoreResponse> {
  const response: unknown = await browser.runtime
    .sendMessage({ type: 'vault/store', ...request })
    .catch(() => null);
  if (!isStoreResponse(response)) throw new AppError('vault/unreachable');
  // Throws the error that the database threw. In permanent private browsing, neither the page nor the background
  // has a database.
  if ('failed' in response) throw new DOMException('', response.failed);
  return response;
}

async function read(request: Wanted): Promise<StoreSnapshot> {
  const response = await ask(request);
  if (!('snapshot' in response)) throw new AppError('vault/unreachable');
  return snapshotFromText(response.snapshot);
}

/**
 * Creates a store for pages that can't open the vault's database. The background reads and commits. The page,
 * which has the key, computes the changes. The background commits a change only if the state on which the change
 * is based is still current.
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
      await ask({ what: 'replace', snapshot: snapshotToText(snapshot) });
    },
    close() {},
  };
}
