import { expect, test, vi } from 'vitest';
import { utf8 } from '../../../lib/crypto';
import type { IconPack } from '../../../lib/vault';
import { packOf, pictureOf } from '../../support/accountPictures';
import { draft } from '../../support/vaultWorld';
import { next, passphrase, read, unlockedWorld } from './iconWorld';

test('returns a picture by the name that it gave, and nothing for other names', async () => {
  const { vault } = await unlockedWorld();
  expect(await read(vault, 'own:none')).toBeUndefined();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  expect(name).toMatch(/^own:[\w-]{22}$/);
  expect(await read(vault, name)).toEqual(pictureOf('cat'));
  expect([...(await vault.icons.read(['own:none', 'github', name])).keys()]).toEqual([name]);
});

test('stores neither a picture nor a name in clear', async () => {
  const { world, vault, stored } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  await vault.icons.addPack(...packOf(['GitHub']));
  const disk = [...(await stored())].map(
    ([key, bytes]) => key + Buffer.from(bytes).toString('latin1'),
  );
  expect(disk).toHaveLength(3);
  const all = disk.join('') + JSON.stringify([...world.local.values]);
  expect(all).not.toMatch(/WEBP|cat|GitHub|own:|pack:/);
  expect(all).not.toContain(name.slice(4));
});

test('keeps pictures out of lists, backups and the shared content', async () => {
  const { world, vault } = await unlockedWorld();
  await vault.add([draft()]);
  await vault.icons.addOwn(pictureOf('cat'));
  expect(await vault.list()).toHaveLength(1);
  const { findings, records } = await vault.health.check();
  expect([findings, records]).toEqual([[], 1]);
  const { entries } = await world.open().replication.read();
  expect(JSON.stringify(entries)).not.toContain('own:');
});

test("doesn't make a backup due when a picture is added", async () => {
  const { vault } = await unlockedWorld();
  await vault.add([draft()]);
  await vault.backups.recordBackup(await vault.backups.make());
  await vault.icons.addOwn(pictureOf('cat'));
  expect((await vault.backups.status()).changesSince).toBe(0);
});

test('reads and writes no picture while the vault is locked', async () => {
  const { vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  await vault.lock();
  for (const attempt of [
    () => vault.icons.read([name]),
    () => vault.icons.addOwn(pictureOf('dog')),
    () => vault.icons.packs(),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'vault/locked' });
});

test('returns no picture if the vault locks during the read', async () => {
  const { vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  const open = indexedDB.open.bind(indexedDB);
  const opening = vi.spyOn(indexedDB, 'open').mockImplementationOnce((...input) => {
    void vault.lock();
    return open(...input);
  });
  await expect(vault.icons.read([name])).rejects.toMatchObject({ code: 'vault/locked' });
  opening.mockRestore();
});

test('reads pictures after a restart', async () => {
  const { world, vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  vault.close();
  world.restart();
  const again = world.openPage();
  await again.unlock(passphrase);
  expect(await read(again, name)).toEqual(pictureOf('cat'));
});

test.each([
  [
    'SVG',
    utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'icons/not-a-picture',
  ],
  ['HTML', utf8('<!doctype html>'), 'icons/not-a-picture'],
  ['nothing', new Uint8Array(), 'icons/not-a-picture'],
  ['a large picture', pictureOf('x'.repeat(30_000)), 'icons/picture-too-large'],
])('refuses %s as a picture', async (_, bytes, code) => {
  const { vault } = await unlockedWorld();
  await expect(vault.icons.addOwn(bytes)).rejects.toMatchObject({ code });
  const [pack, pictures] = packOf(['GitHub']);
  const hostile = new Map([...pictures.keys()].map((key) => [key, bytes]));
  await expect(vault.icons.addPack(pack, hostile)).rejects.toMatchObject({ code });
  expect(await vault.icons.packs()).toEqual([]);
});

test('erases only those own pictures that no account uses, the trash included', async () => {
  const { vault, stored } = await unlockedWorld();
  const [kept, trashed, unused] = [
    await vault.icons.addOwn(pictureOf('a')),
    await vault.icons.addOwn(pictureOf('b')),
    await vault.icons.addOwn(pictureOf('c')),
  ];
  const [, id = ''] = await vault.add([
    { ...draft('A'), icon: kept },
    { ...draft('B'), icon: trashed },
  ]);
  await vault.remove([id]);
  await vault.icons.prune();
  expect([...(await vault.icons.read([kept, trashed, unused])).keys()]).toEqual([kept, trashed]);
  expect((await stored()).size).toBe(3);
});

test('lists packs by name, and replaces a pack with the same id', async () => {
  const { vault, stored } = await unlockedWorld();
  const [zoo, pictures] = packOf(['Zebra', 'Yak'], { name: 'Zoo' });
  await vault.icons.addPack(zoo, pictures);
  await vault.icons.addPack(...packOf(['Ant'], { name: 'Animals', uuid: crypto.randomUUID() }));
  expect((await vault.icons.packs()).map(({ name }) => name)).toEqual(['Animals', 'Zoo']);
  const [newer, newPictures] = packOf(['Zebra'], { name: 'Zoo', version: 2 });
  await vault.icons.addPack(newer, newPictures);
  const packs = await vault.icons.packs();
  expect(packs.map(({ version, icons }) => [version, icons.length])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const names = zoo.icons.map(({ icon }) => icon);
  expect([...(await vault.icons.read(names)).keys()]).toEqual([names[0]]);
  expect((await stored()).size).toBe(3);
});

test('erases a removed pack with its pictures', async () => {
  const { vault, stored } = await unlockedWorld();
  const [pack, pictures] = packOf(['GitHub', 'GitLab']);
  await vault.icons.addPack(pack, pictures);
  await vault.icons.removePack(pack.uuid);
  expect(await vault.icons.packs()).toEqual([]);
  expect((await stored()).size).toBe(1);
});

test('refuses a pack with too many icons, and too many packs', async () => {
  const { vault } = await unlockedWorld();
  const many = Array.from({ length: 5001 }, (_, i) => ({ icon: String(i), name: '', issuers: [] }));
  const [pack] = packOf([]);
  await expect(vault.icons.addPack({ ...pack, icons: many }, new Map())).rejects.toMatchObject({
    code: 'icons/full',
  });
  const add = () => {
    const other: IconPack = { ...pack, uuid: crypto.randomUUID() };
    return vault.icons.addPack(other, new Map());
  };
  for (let i = 0; i < 20; i++) await add();
  await expect(add()).rejects.toMatchObject({ code: 'icons/full' });
});

test('erases the pictures of a vault that was set aside when it is deleted, and not before', async () => {
  const { vault, stored } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  await vault.setAside.startAnew();
  await vault.create(next);
  const other = await vault.icons.addOwn(pictureOf('dog'));
  expect(await read(vault, name)).toBeUndefined();
  const [old] = await vault.setAside.list();
  await vault.setAside.reopen(old?.id ?? '');
  await vault.unlock(passphrase);
  expect(await read(vault, name)).toEqual(pictureOf('cat'));
  const [newer] = await vault.setAside.list();
  await vault.setAside.remove(newer?.id ?? '');
  expect((await stored()).size).toBe(2);
  expect(await read(vault, other)).toBeUndefined();
  expect(await read(vault, name)).toEqual(pictureOf('cat'));
});

test('keeps the pictures of a vault if a leftover copy of it is deleted', async () => {
  const { world, vault } = await unlockedWorld();
  const name = await vault.icons.addOwn(pictureOf('cat'));
  await vault.setAside.startAnew();
  const [old] = await vault.setAside.list();
  const parcels = [...world.local.values].filter(([key]) => key.startsWith('vault.aside.'));
  await vault.setAside.reopen(old?.id ?? '');
  for (const [key, value] of parcels) world.local.values.set(key, value);
  await vault.setAside.remove(old?.id ?? '');
  await vault.unlock(passphrase);
  expect(await read(vault, name)).toEqual(pictureOf('cat'));
});

test('says that pictures are unavailable where the browser opens no database', async () => {
  const { vault } = await unlockedWorld();
  const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  const adding = vault.icons.addOwn(pictureOf('cat'));
  await expect(adding).rejects.toMatchObject({ code: 'icons/unavailable' });
  opening.mockRestore();
});
