import { afterEach, expect, test, vi } from 'vitest';
import { indexedDbStore } from '../../../lib/vault/storage/indexedDbStore';

await import('fake-indexeddb/auto');

afterEach(() => vi.restoreAllMocks());

test('a request that fails rejects the change with its own error, and nothing is written', async () => {
  const store = indexedDbStore('failed-request', () => {});
  const record = Uint8Array.of(1);
  await store.put({ head: 'before', put: new Map([['a', record]]), drop: [] });
  // Adding an existing key fails as asynchronously as a disk that fills up.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    return this.name === 'meta' ? this.add(value, 'another') : this.add(value, key);
  });
  const change = { head: 'after', put: new Map([['a', record]]), drop: [] };
  await expect(store.put(change)).rejects.toMatchObject({ name: 'ConstraintError' });
  vi.restoreAllMocks();
  expect(await store.head()).toBe('before');
  expect(await store.records(['a'])).toEqual(new Map([['a', record]]));
  store.close();
});
