import { expect, test, vi } from 'vitest';
import { createPictures } from '../../../components/stores/createPictures';
import { packOf, pictureOf } from '../../support/accountPictures';
import { eventually } from '../../support/eventually';
import { vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

async function world() {
  const vault = (await vaultWorld()).openPage();
  await vault.create(passphrase);
  const read = vi.spyOn(vault.icons, 'read');
  return { vault, read, pictures: createPictures({ vault }) };
}

const bytesAt = async (url: string | null) =>
  url === null ? null : new Uint8Array(await (await fetch(url)).arrayBuffer());

test('shows a picture, and reads what is asked for in one moment together', async () => {
  const { vault, read, pictures } = await world();
  const [cat, dog] = [
    await vault.icons.addOwn(pictureOf('cat')),
    await vault.icons.addOwn(pictureOf('dog')),
  ];
  const shown = new Map<string, string | null>();
  pictures.watch(cat, (url) => shown.set(cat, url));
  pictures.watch(dog, (url) => shown.set(dog, url));
  pictures.watch('own:unknown', (url) => shown.set('own:unknown', url));
  await eventually(() => expect(shown.size).toBe(2));
  expect(await bytesAt(shown.get(cat) ?? null)).toEqual(pictureOf('cat'));
  expect(await bytesAt(shown.get(dog) ?? null)).toEqual(pictureOf('dog'));
  expect(read).toHaveBeenCalledOnce();
});

test('discards the pictures when the vault locks, and shows them again after an unlock', async () => {
  const { vault, pictures } = await world();
  const cat = await vault.icons.addOwn(pictureOf('cat'));
  let shown: string | null = null;
  pictures.watch(cat, (url) => (shown = url));
  await eventually(() => expect(shown).not.toBeNull());
  const before = shown ?? '';
  await vault.lock();
  await eventually(() => expect(shown).toBeNull());
  await expect(fetch(before)).rejects.toThrow();
  await vault.unlock(passphrase);
  await eventually(() => expect(shown).not.toBeNull());
});

test("doesn't show a picture that was read before a lock and arrives after it", async () => {
  const { vault, read, pictures } = await world();
  const cat = await vault.icons.addOwn(pictureOf('cat'));
  const arriving = Promise.withResolvers<Awaited<ReturnType<typeof vault.icons.read>>>();
  read.mockReturnValueOnce(arriving.promise);
  const shown: (string | null)[] = [];
  pictures.watch(cat, (url) => shown.push(url));
  await eventually(() => expect(read).toHaveBeenCalledOnce());
  await vault.lock();
  await eventually(async () => expect(await vault.state()).toBe('locked'));
  await new Promise((resolve) => setTimeout(resolve));
  arriving.resolve(new Map([[cat, pictureOf('cat')]]));
  await arriving.promise;
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toEqual([]);
});

test('shows a picture that is added later, replaces a changed one and hides a removed one', async () => {
  const { vault, pictures } = await world();
  const [pack, first] = packOf(['GitHub']);
  const icon = pack.icons[0]?.icon ?? '';
  let shown: string | null = null;
  pictures.watch(icon, (url) => (shown = url));
  await vault.icons.addPack(pack, first);
  await eventually(async () => expect(await bytesAt(shown)).toEqual(pictureOf('GitHub')));
  await vault.icons.addPack(pack, new Map([[icon, pictureOf('new')]]));
  await eventually(async () => expect(await bytesAt(shown)).toEqual(pictureOf('new')));
  await vault.icons.removePack(pack.uuid);
  await eventually(() => expect(shown).toBeNull());
});

test('keeps showing a picture that is watched again during a read', async () => {
  const { vault, read, pictures } = await world();
  const cat = await vault.icons.addOwn(pictureOf('cat'));
  const first = vi.fn<(url: string | null) => void>();
  const stop = pictures.watch(cat, first);
  await eventually(() => expect(first).toHaveBeenCalledOnce());
  stop();
  const reading = Promise.withResolvers<Awaited<ReturnType<typeof vault.icons.read>>>();
  read.mockReturnValueOnce(reading.promise);
  await vault.icons.addOwn(pictureOf('dog'));
  await eventually(() => expect(read).toHaveBeenCalledTimes(2));
  let shown: string | null = null;
  pictures.watch(cat, (url) => (shown = url));
  reading.resolve(new Map());
  await new Promise((resolve) => setTimeout(resolve));
  expect(await bytesAt(shown)).toEqual(pictureOf('cat'));
});

test('reads nothing for a page that shows no picture', async () => {
  const { vault, read, pictures } = await world();
  const stop = pictures.watch('own:unknown', () => undefined);
  await eventually(() => expect(read).toHaveBeenCalledOnce());
  stop();
  await vault.add([]);
  await vault.icons.addOwn(pictureOf('cat'));
  expect(read).toHaveBeenCalledOnce();
});
