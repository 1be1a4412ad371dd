import { expect, test } from 'vitest';
import { draft, memoryArea, vaultWorld } from '../../support/vaultWorld';

test('a list that is too long for session memory is read from the records', async () => {
  const world = await vaultWorld();
  const session = memoryArea();
  const tight = {
    ...session,
    set: (items: Record<string, unknown>) =>
      JSON.stringify(items).length > 1_000
        ? Promise.reject(new Error('Session storage quota bytes exceeded.'))
        : session.set(items),
  };
  const vault = world.open({ session: tight });
  await vault.create('correct horse battery');
  await vault.add(Array.from({ length: 20 }, (_, at) => draft(`Site ${at}`)));
  expect((await vault.list()).map(({ issuer }) => issuer).slice(0, 2)).toEqual([
    'Site 0',
    'Site 1',
  ]);
  expect(await vault.list()).toHaveLength(20);
  const [first] = await vault.list();
  await vault.update(first?.id ?? '', () => ({ issuer: 'Changed' }));
  await vault.add([draft('One more')]);
  const issuers = (await vault.list()).map(({ issuer }) => issuer);
  expect([issuers[0], issuers.at(-1), issuers.length]).toEqual(['Changed', 'One more', 21]);
});
