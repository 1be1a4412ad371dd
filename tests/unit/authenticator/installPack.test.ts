import { expect, test } from 'vitest';
import { installPack } from '../../../lib/authenticator/icons/installPack';
import { readIconPack } from '../../../lib/transfer/iconPack/readIconPack';
import { packOf, pictureOf } from '../../support/accountPictures';
import { packId, packZip, redSquare } from '../../support/packFile';
import { draft, vaultWorld } from '../../support/vaultWorld';

const rows = [
  { name: 'GitHub', filename: 'a.svg', issuer: ['GitHub', 'github.com'] },
  { name: 'Bad', filename: 'bad.svg', issuer: ['GitLab'] },
  { name: 'Zürich', filename: 'z.svg', issuer: ['Zürich'] },
];
const files = { 'a.svg': redSquare, 'bad.svg': 'bad', 'z.svg': redSquare };

async function install(icons: readonly string[] = [], signal = new AbortController().signal) {
  const vault = (await vaultWorld()).openPage();
  await vault.create('correct horse');
  const ids = await vault.add([
    draft('GITHUB'),
    { ...draft('GitHub'), icon: icons[0] ?? 'none' },
    draft('GitLab'),
    draft('GitHub Enterprise'),
    draft('zurich'),
    draft(''),
  ]);
  const progress: number[] = [];
  const installing = installPack(
    new Blob([await packZip(rows, files)]),
    {
      vault,
      read: readIconPack,
      draw: (bytes) =>
        bytes.length < 10 ? Promise.reject(new Error('bad')) : Promise.resolve(pictureOf('x')),
    },
    { signal, onProgress: (done) => progress.push(done) },
  );
  return { vault, ids, installing, progress };
}

test('installs the drawn images of a pack and counts the others', async () => {
  const { vault, installing, progress } = await install();
  expect(await installing).toMatchObject({
    left: 1,
    matched: 2,
    pack: { uuid: packId, name: 'Shapes' },
  });
  const [pack] = await vault.icons.packs();
  expect(pack?.icons.map(({ name }) => name)).toEqual(['GitHub', 'Zürich']);
  expect((await vault.icons.read(pack?.icons.map(({ icon }) => icon) ?? [])).size).toBe(2);
  expect(progress).toEqual([0, 1, 2]);
});

test('gives a picture to accounts without one whose whole issuer the pack names', async () => {
  const { vault, ids, installing } = await install();
  const { pack } = await installing;
  const icons = (await vault.getMany(ids)).map(({ icon }) => icon);
  expect(icons).toEqual([pack.icons[0]?.icon, 'none', '', '', pack.icons[1]?.icon, '']);
});

test('installs nothing if it is canceled', async () => {
  const stop = new AbortController();
  stop.abort(new Error('canceled'));
  const { vault, ids, installing } = await install([], stop.signal);
  await expect(installing).rejects.toThrow('canceled');
  expect(await vault.icons.packs()).toEqual([]);
  expect((await vault.getMany(ids)).map(({ icon }) => icon)).toEqual(['', 'none', '', '', '', '']);
});

test('installs nothing if it is canceled while the last image is drawn', async () => {
  const vault = (await vaultWorld()).openPage();
  await vault.create('correct horse');
  const stop = new AbortController();
  const draw = () => {
    stop.abort(new Error('canceled'));
    return Promise.resolve(pictureOf('x'));
  };
  const file = new Blob([await packZip(rows.slice(0, 1), files)]);
  const hooks = { signal: stop.signal, onProgress: () => undefined };
  await expect(installPack(file, { vault, read: readIconPack, draw }, hooks)).rejects.toThrow(
    'canceled',
  );
  expect(await vault.icons.packs()).toEqual([]);
});

test('keeps an icon that was chosen while the pack was installed', async () => {
  const vault = (await vaultWorld()).openPage();
  await vault.create('correct horse');
  const [id = ''] = await vault.add([draft('GitHub')]);
  const list = async () => {
    const before = await vault.list();
    await vault.update(id, () => ({ icon: 'none' }));
    return before;
  };
  await installPack(
    new Blob([await packZip(rows, files)]),
    { vault: { ...vault, list }, read: readIconPack, draw: async () => pictureOf('x') },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  expect((await vault.get(id)).icon).toBe('none');
});

test('keeps the pack that is installed if the new one is refused', async () => {
  const { vault, installing } = await install();
  await installing;
  const [other, pictures] = packOf(['One']);
  const large = new Map([...pictures.keys()].map((icon) => [icon, pictureOf('x'.repeat(30_000))]));
  await expect(vault.icons.addPack({ ...other, uuid: packId }, large)).rejects.toThrow('icons/');
  expect(await vault.icons.packs()).toMatchObject([{ name: 'Shapes' }]);
});
