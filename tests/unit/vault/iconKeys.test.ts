import { expect, test } from 'vitest';
import { systemRandom } from '../../../lib/crypto';
import { newSet } from '../../../lib/sync/devices';
import { newRecord } from '../../../lib/sync/SyncRecord';
import { readIconKeys } from '../../../lib/vault/icons/iconKeys';
import { databaseKey, openPicture, placeOf } from '../../../lib/vault/icons/sealPicture';
import { pictureOf } from '../../support/accountPictures';
import { next, passphrase, read, unlockedWorld } from './iconWorld';

test('reads earlier pictures after a passphrase change', async () => {
  const { vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  await vault.slots.changePassphrase(passphrase, next);
  expect(await read(vault, name)).toEqual(pictureOf('cat'));
  const later = await vault.icons.addOwn(pictureOf('dog'));
  expect(await read(vault, later)).toEqual(pictureOf('dog'));
});

test('opens no picture that was added after a passphrase change with the earlier keys', async () => {
  const { world, vault, stored } = await unlockedWorld();
  const before = await vault.icons.addOwn(pictureOf('cat'));
  const keys = readIconKeys(await world.open().replication.record());
  if (!keys) throw new Error('There must be keys');
  await vault.slots.changePassphrase(passphrase, next);
  const after = await vault.icons.addOwn(pictureOf('dog'));
  const disk = await stored();
  const id = [...disk.keys()][0]?.split('.')[0] ?? '';
  // Tries each earlier key for every epoch.
  const openWithOld = (name: string) => {
    const place = placeOf(id, name, keys);
    const bytes = disk.get(databaseKey(place));
    for (const key of keys.keys.values()) {
      const everyEpoch = new Map(Array.from({ length: 10 }, (_, epoch) => [epoch, key]));
      const opened = openPicture(place, bytes, { names: keys.names, keys: everyEpoch });
      if (opened) return opened;
    }
    return null;
  };
  expect(openWithOld(before)).toEqual(pictureOf('cat'));
  expect(openWithOld(after)).toBeNull();
  expect(openWithOld('index')).toBeNull();
});

test("shows no picture that was altered, or moved to another picture's place", async () => {
  const { world, vault, stored, store } = await unlockedWorld();
  const cat = await vault.icons.addOwn(pictureOf('cat'));
  const dog = await vault.icons.addOwn(pictureOf('dog'));
  const keys = readIconKeys(await world.open().replication.record());
  if (!keys) throw new Error('There must be keys');
  const disk = await stored();
  const id = [...disk.keys()][0]?.split('.')[0] ?? '';
  const [catKey, dogKey] = [cat, dog].map((name) => databaseKey(placeOf(id, name, keys)));
  const dogBytes = disk.get(dogKey ?? '') ?? new Uint8Array();
  await store.change('', () => ({ put: new Map([[catKey ?? '', dogBytes]]), drop: [] }));
  expect(await read(vault, cat)).toBeUndefined();
  for (const at of [0, 1, 5, 20, dogBytes.length - 1]) {
    const altered = dogBytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    await store.change('', () => ({ put: new Map([[dogKey ?? '', altered]]), drop: [] }));
    expect(await read(vault, dog)).toBeUndefined();
  }
});

test('keeps the keys of pictures when sync starts, changes and ends', async () => {
  const { world, vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  const { replication } = world.open();
  const record = newRecord({ kind: 'browser' }, newSet(systemRandom, 'Laptop'));
  for (const value of [record, { ...record, paused: true }, null]) {
    await replication.exchange(() => ({ put: [], drop: [], record: value }));
    expect(await read(vault, name)).toEqual(pictureOf('cat'));
  }
});

test("keeps sync's record when the first picture is added", async () => {
  const { world, vault } = await unlockedWorld();
  const record = newRecord({ kind: 'browser' }, newSet(systemRandom, 'Laptop'));
  await world.open().replication.exchange(() => ({ put: [], drop: [], record }));
  await vault.icons.addOwn(pictureOf('cat'));
  expect(await world.open().replication.record()).toMatchObject(record);
});

test("repairs a damaged copy of sync's record instead of replacing it", async () => {
  const { world, vault } = await unlockedWorld();
  const record = newRecord({ kind: 'browser' }, newSet(systemRandom, 'Laptop'));
  await world.open().replication.exchange(() => ({ put: [], drop: [], record }));
  const { primary } = world.deps();
  const shared = '2.AAAAAAAAAAAAAAAAAAAAAA';
  await primary.change([shared], ({ head, records }) => ({
    head: head ?? '',
    put: new Map([
      [
        shared,
        (records.get(shared) ?? new Uint8Array()).map((byte, i) => (i === 60 ? byte ^ 1 : byte)),
      ],
    ]),
    drop: [],
  }));
  await vault.icons.addOwn(pictureOf('cat'));
  expect(await world.open().replication.record()).toMatchObject(record);
});
