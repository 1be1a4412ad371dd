import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserTargets, folderOf } from '../../lib/platform/vault';
import { folder as folderTransport } from '../../lib/sync/transports';

const bytesOf = (text: string) => new TextEncoder().encode(text);

let folder: FileSystemDirectoryHandle;

// Provides a folder handle like the one that the browser's picker returns, because the picker needs a person.
beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle('Backups', { create: true });
  const showDirectoryPicker = () => Promise.resolve(folder);
  Object.assign(globalThis, { showDirectoryPicker });
});

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('Backups', { recursive: true });
  Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
});

const namesIn = async () => (await Array.fromAsync(folder.keys())).toSorted();
const textOf = async (name: string) => (await (await folder.getFileHandle(name)).getFile()).text();
const name = (day: number, vault = '3fa92c') =>
  `tessera-2026-11-${String(day).padStart(2, '0')}-0930-${vault}.tessera`;
const into = (keep: number) => ({ target: 'folder' as const, keep });

test('every page remembers the chosen backup folder and writes to it', async () => {
  expect(await browserTargets().chooseFolder()).toBe('Backups');
  const later = browserTargets();
  expect(await later.folder()).toEqual({ name: 'Backups', allowed: true });
  expect(await later.write(into(10), name(1), bytesOf('sealed'))).toBe(true);
  expect(await textOf(name(1))).toBe('sealed');
});

test('only the newest backups are kept, and other files stay', async () => {
  const targets = browserTargets();
  await targets.chooseFolder();
  for (const other of ['holiday.jpg', name(1, 'b07e11'), 'tessera-before-the-move.tessera'])
    await folder.getFileHandle(other, { create: true });
  for (const day of [1, 2, 3, 4]) await targets.write(into(2), name(day), bytesOf(`day ${day}`));
  expect(await namesIn()).toEqual([
    'holiday.jpg',
    name(1, 'b07e11'),
    name(3),
    name(4),
    'tessera-before-the-move.tessera',
  ]);
  expect(await textOf(name(4))).toBe('day 4');
});

test('a backup made in the same minute as the previous backup replaces it completely', async () => {
  const targets = browserTargets();
  await targets.chooseFolder();
  await targets.write(into(5), name(1), bytesOf('a longer text than the next'));
  await targets.write(into(5), name(1), bytesOf('the next'));
  expect(await textOf(name(1))).toBe('the next');
});

test('a failed backup leaves no empty file and keeps the previous backup unchanged', async () => {
  const targets = browserTargets();
  await targets.chooseFolder();
  await targets.write(into(5), name(1), bytesOf('sealed'));
  const full = vi
    .spyOn(FileSystemFileHandle.prototype, 'createWritable')
    .mockRejectedValue(new DOMException('no space', 'QuotaExceededError'));
  await expect(targets.write(into(5), name(1), bytesOf('later'))).rejects.toThrow('no space');
  await expect(targets.write(into(5), name(2), bytesOf('sealed'))).rejects.toThrow('no space');
  full.mockRestore();
  expect(await namesIn()).toEqual([name(1)]);
  expect(await textOf(name(1))).toBe('sealed');
});

test('a backup fails if the folder was deleted', async () => {
  const targets = browserTargets();
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle('Gone', { create: true });
  await targets.chooseFolder();
  await root.removeEntry('Gone');
  await expect(targets.write(into(5), name(1), bytesOf('sealed'))).rejects.toThrow();
});

test('only one context at a time makes backups', async () => {
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = browserTargets().withBackupLock(async () => {
    await promise;
    done.push('first');
  });
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(1);
  await browserTargets().withBackupLock(() => {
    done.push('second');
    return Promise.resolve();
  });
  resolve();
  await first;
  expect(done).toEqual(['first']);
});

test('sync stores its files in the folder chosen for sync, not in the backup folder', async () => {
  const chosen = folderOf('sync');
  await browserTargets().chooseFolder();
  const root = await navigator.storage.getDirectory();
  const synced = await root.getDirectoryHandle('Dropbox', { create: true });
  Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(synced) });
  expect(await chosen.choose()).toBe('Dropbox');
  const handle = await chosen.handle();
  if (!handle) throw new Error('No folder is chosen');
  const transport = folderTransport(handle);
  await transport.put('one.tsync', bytesOf('sealed'));
  expect(await transport.list()).toEqual([{ name: 'one.tsync', size: null, modified: null }]);
  expect(await transport.get('one.tsync')).toEqual(bytesOf('sealed'));
  expect(await transport.size('one.tsync')).toBe(6);
  await transport.remove('one.tsync');
  expect(await transport.list()).toEqual([]);
  expect(await namesIn()).toEqual([]);
  await root.removeEntry('Dropbox', { recursive: true });
});
