import { browser } from 'wxt/browser';
import { isOwnPage, serveLocks } from '../../platform';
import type { Store } from '../../vault';
import {
  changeFromWire,
  isStoreRequest,
  snapshotFromWire,
  snapshotToWire,
  type StoreRequest,
  type StoreResponse,
} from './storeMessages';

/** Another context wrote first: the page makes its change anew. */
class Overtaken extends Error {}

async function commit(
  store: Store,
  { over, change }: Extract<StoreRequest, { what: 'commit' }>,
): Promise<boolean> {
  try {
    await store.change([], ({ head }) => {
      if (head !== over) throw new Overtaken();
      return changeFromWire(change);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

async function respond(store: Store, request: StoreRequest): Promise<StoreResponse> {
  switch (request.what) {
    case 'head':
      return { snapshot: { head: await store.head(), records: {} } };
    case 'all':
      return { snapshot: snapshotToWire(await store.all()) };
    case 'some': {
      const [head, records] = await Promise.all([store.head(), store.records(request.ids)]);
      return { snapshot: snapshotToWire({ head, records }) };
    }
    case 'put':
      await store.put(changeFromWire(request.change));
      return { committed: true };
    case 'replace':
      await store.replace(snapshotFromWire(request.snapshot));
      return { committed: true };
    default:
      return { committed: await commit(store, request) };
  }
}

/**
 * Lets the background write for pages of private windows, which have neither the vault's database nor its locks.
 * Listeners are added synchronously, so that such a page wakes the background.
 */
export function serveStore(store: Store): void {
  serveLocks();
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isStoreRequest(message) || !isOwnPage(sender)) return undefined;
    respond(store, message).then(sendResponse, (error: unknown) =>
      sendResponse({ failed: error instanceof DOMException ? error.name : 'UnknownError' }),
    );
    return true;
  });
}
