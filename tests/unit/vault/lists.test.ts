import { expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

async function unlocked() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add(Array.from({ length: 20 }, (_, at) => draft(`Site ${at}`)));
  return { world, vault, ids };
}

test('another page reads changes since the saved list without decrypting every record', async () => {
  const { world, vault, ids } = await unlocked();
  const [first = '', second = '', third = ''] = ids;
  const whole = world.session.values.get('vault.summaries');
  await vault.update(first, () => ({ issuer: 'Changed' }));
  await vault.update(first, () => ({ position: 100 }));
  await vault.remove([second, third]);
  await vault.trash.purge([third]);
  expect(world.session.values.get('vault.summaries')).toBe(whole);
  const other = world.open();
  expect((await other.list()).map(({ issuer }) => issuer)).toEqual([
    ...Array.from({ length: 17 }, (_, at) => `Site ${at + 3}`),
    'Changed',
  ]);
  expect((await other.trash.list()).map(({ issuer }) => issuer)).toEqual(['Site 1']);
});

test('after many consecutive changes, the log of list edits stays short and no change is lost', async () => {
  const { world, vault, ids } = await unlocked();
  for (let turn = 0; turn < 150; turn++)
    await vault.update(ids[turn % 20] ?? '', () => ({ note: `turn ${turn}` }));
  expect(world.session.values.get('vault.edits')?.length).toBeLessThan(50_000);
  const notes = (await world.open().list()).map(({ note }) => note);
  expect(notes.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `turn ${at + 130}`));
});

test('a list of another revision is rebuilt from the records', async () => {
  const { world, vault, ids } = await unlocked();
  const before = new Map(world.session.values);
  await vault.update(ids[0] ?? '', () => ({ issuer: 'Changed' }));
  for (const [key, value] of before) world.session.values.set(key, value);
  expect((await vault.list())[0]?.issuer).toBe('Changed');
  for (const [key, value] of before) world.session.values.set(key, value);
  await vault.update(ids[1] ?? '', () => ({ issuer: 'Changed too' }));
  const [first, second] = await world.open().list();
  expect([first?.issuer, second?.issuer]).toEqual(['Changed', 'Changed too']);
});
