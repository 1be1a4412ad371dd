import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveStore } from '../../../lib/platform/vault';
import { storeByBackground } from '../../../lib/platform/vault/storeByBackground';
import { systemRandom } from '../../../lib/crypto';
import { indexedDbStore, type StoreChange } from '../../../lib/vault';

const page = () => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') });

/**
 * Creates a background with a database, and the store through which a private window's page uses the database.
 */
function world(sender: object = page()) {
  const database = indexedDbStore(`store-${crypto.randomUUID()}`, () => undefined);
  serveStore(database);
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: unknown) =>
      new Promise((resolve) => {
        void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
        setTimeout(() => resolve(undefined), 500);
      }),
  });
  return { database, remote: storeByBackground() };
}

beforeEach(async () => {
  await import('fake-indexeddb/auto');
  fakeBrowser.reset();
  const onConnect = { addListener: () => undefined };
  Object.assign(fakeBrowser.runtime, { onConnect });
});

const change = (head: string, put: StoreChange['put'] = new Map()): StoreChange => ({
  head,
  put,
  drop: [],
});

test("a page without a database reads and writes the background's database", async () => {
  const { database, remote } = world();
  const bytes = systemRandom(40);
  await remote.put(change('first', new Map([['2.a', bytes]])));
  expect(await remote.head()).toBe('first');
  expect(await remote.records(['2.a', '2.b'])).toEqual(new Map([['2.a', bytes]]));
  await remote.change(['2.a'], ({ head, records }) => {
    expect(records.get('2.a')).toEqual(bytes);
    return { head: `${head} and second`, put: new Map(), drop: ['2.a'] };
  });
  expect(await database.all()).toEqual({ head: 'first and second', records: new Map() });
});

test('repeats a change on the new state if another window has written in between', async () => {
  const { database, remote } = world();
  await database.put(change('0'));
  let overtake = true;
  await remote.change('all', ({ head }) => {
    // Writes from another window between the read and the commit of the change.
    if (overtake) void database.put(change('100'));
    overtake = false;
    return change(String(Number(head) + 1));
  });
  expect(await database.head()).toBe('101');
});

test('keeps every change if windows write at the same time', async () => {
  const { database, remote } = world();
  await database.put(change('0'));
  const add = () => remote.change([], ({ head }) => change(String(Number(head) + 1)));
  const writes = await Promise.allSettled(Array.from({ length: 4 }, add));
  const done = writes.filter(({ status }) => status === 'fulfilled').length;
  expect(Number(await database.head())).toBe(done);
  expect(done).toBe(4);
});

test.each([
  ['a script inside a web page', { url: 'https://example.com/' }],
  ['another extension', { id: 'other', url: 'moz-extension://other/popup.html' }],
  ['an unknown sender', {}],
])('ignores store requests of %s', async (_, sender) => {
  const { database, remote } = world({ id: fakeBrowser.runtime.id, ...sender });
  await database.put(change('0'));
  await expect(remote.head()).rejects.toMatchObject({ code: 'vault/unreachable' });
  await expect(remote.put(change('1'))).rejects.toMatchObject({ code: 'vault/unreachable' });
  expect(await database.head()).toBe('0');
});

test('ignores malformed store requests', async () => {
  world();
  for (const message of [
    null,
    'vault/store',
    { type: 'vault/store', what: 'drop' },
    { what: 'all' },
  ])
    expect(await fakeBrowser.runtime.sendMessage(message)).toBeUndefined();
});

test("passes the database's error on to the page", async () => {
  const { database, remote } = world();
  database.close();
  const failing = {
    ...database,
    head: () => Promise.reject(new DOMException('', 'InvalidStateError')),
  };
  fakeBrowser.reset();
  serveStore(failing);
  await expect(remote.head()).rejects.toMatchObject({ name: 'InvalidStateError' });
});
