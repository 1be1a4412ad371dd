import { browser } from 'wxt/browser';
import { isOwnPage } from '../../messages';
import { serveLocks } from '../../platform';
import { snapshotFromText, snapshotToText, type Store } from '../../vault';
import {
  changeFromWire,
  isStoreRequest,
  type StoreRequest,
  type StoreResponse,
} from './storeMessages';

/** Thrown if another context wrote first. The page then repeats its change on the new state. */
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
      return { snapshot: snapshotToText(await store.all()) };
    case 'some': {
      const [head, records] = await Promise.all([store.head(), store.records(request.ids)]);
      return { snapshot: snapshotToText({ head, records }) };
    }
    case 'put':
      await store.put(changeFromWire(request.change));
      return { committed: true };
    case 'replace':
      await store.replace(snapshotFromText(request.snapshot));
      return { committed: true };
    default:
      return { committed: await commit(store, request) };
  }
}

/**
 * Reads and writes the vault's database for pages of private windows, which have neither the database nor its
 * locks. Must add its listeners synchronously, so that a request from a page wakes the background.
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
