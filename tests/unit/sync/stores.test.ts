import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../lib/errors';
import type { Transport } from '../../../lib/sync';
import {
  browserSync,
  browserSyncQuota,
  type SyncArea,
} from '../../../lib/sync/transports/browserSync';
import { folder, type FolderHandle } from '../../../lib/sync/transports/folder';

const sizeOf = (key: string, text: string) => key.length + text.length;

/** Returns a simulated `storage.sync` with its quotas. */
function syncArea() {
  const items = new Map<string, string>();
  const total = () => [...items].reduce((sum, [key, text]) => sum + sizeOf(key, text), 0);
  const area: SyncArea = {
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries(
          (keys === null ? [...items.keys()] : [keys].flat()).flatMap((key) => {
            const text = items.get(key);
            return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
          }),
        ),
      ),
    set: (values) => {
      for (const [key, value] of Object.entries(values)) {
        const text = JSON.stringify(value);
        if (sizeOf(key, text) > browserSyncQuota.item)
          return Promise.reject(new Error('QUOTA_BYTES_PER_ITEM quota exceeded'));
        items.set(key, text);
        if (total() > browserSyncQuota.total)
          return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      }
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) items.delete(key);
      return Promise.resolve();
    },
    getBytesInUse: () => Promise.resolve(total()),
  };
  return { area, items };
}

const notFound = () => new DOMException('none', 'NotFoundError');

/** Returns a simulated folder handle. */
function folderHandle() {
  const files = new Map<string, Uint8Array>();
  const access = { state: 'granted' as PermissionState };
  const fileHandle = (name: string) => ({
    kind: 'file' as const,
    name,
    getFile: () => Promise.resolve(new File([Uint8Array.from(files.get(name) ?? [])], name)),
    createWritable: () => {
      const parts: Uint8Array[] = [];
      return Promise.resolve({
        write: (bytes: Uint8Array) => Promise.resolve(void parts.push(bytes)),
        close: () => Promise.resolve(void files.set(name, parts[0] ?? new Uint8Array())),
      });
    },
  });
  const handle = {
    queryPermission: () => Promise.resolve(access.state),
    async *values() {
      await Promise.resolve();
      for (const name of files.keys()) yield fileHandle(name);
    },
    getFileHandle: (name: string, options?: { create?: boolean }) =>
      files.has(name) || options?.create
        ? Promise.resolve(fileHandle(name))
        : Promise.reject(notFound()),
    removeEntry: (name: string) =>
      files.delete(name) ? Promise.resolve() : Promise.reject(notFound()),
  } as unknown as FolderHandle;
  return { handle, files, access };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error as AppError).code,
  );

const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 253);

describe.each<[string, () => Transport]>([
  ["the browser account's storage", () => browserSync(syncArea().area)],
  ['a folder on this machine', () => folder(folderHandle().handle)],
])('%s', (_, create) => {
  test('lists, reads, writes, measures and removes files', async () => {
    const transport = create();
    expect(await transport.list()).toEqual([]);
    await transport.put('a.tsync', bytes);
    expect(await transport.list()).toMatchObject([{ name: 'a.tsync' }]);
    expect(await transport.get('a.tsync')).toEqual(bytes);
    expect(await transport.size('a.tsync')).toBe(20_000);
    expect(await transport.get('b.tsync')).toBeNull();
    expect(await transport.size('b.tsync')).toBeNull();
    await transport.remove('a.tsync');
    await transport.remove('a.tsync');
    expect(await transport.list()).toEqual([]);
  });
});

describe("the browser account's storage", () => {
  test("refuses a file that doesn't fit before it writes anything", async () => {
    const { area, items } = syncArea();
    const transport = browserSync(area);
    await transport.put('a.tsync', new Uint8Array(60_000));
    const before = new Map(items);
    expect(await codeOf(transport.put('b.tsync', new Uint8Array(60_000)))).toBe('sync/quota');
    expect(items).toEqual(before);
  });

  test('returns the parts of a file that have arrived so far', async () => {
    const { area, items } = syncArea();
    const transport = browserSync(area);
    await transport.put('a.tsync', bytes);
    items.delete('a.tsync/2');
    expect((await transport.get('a.tsync'))?.length).toBe(12_000);
  });
});

describe('a folder on this machine', () => {
  test('fails without permission, instead of listing no files', async () => {
    const { handle, access } = folderHandle();
    access.state = 'prompt';
    expect(await codeOf(folder(handle).list())).toBe('sync/folder-gone');
  });
});
