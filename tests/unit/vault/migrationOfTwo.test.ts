import { describe, expect, test } from 'vitest';
import {
  both,
  passphrase,
  saidBy,
  unlocked,
  versionsOf,
  zeroVault,
} from '../../support/migrationWorld';
import { copyOf, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft } from '../../support/vaultWorld';

describe.each(both)('if the %s store holds another vault of the earlier format', (store) => {
  test('each vault is migrated with its own passphrase, and the other vault stays unchanged', async () => {
    const { world, open, said } = await zeroVault();
    const another = await zeroVault(async (vault) => {
      await vault.slots.changePassphrase(passphrase, 'another horse');
      await vault.add([draft('Theirs')]);
    });
    const foreign = await copyOf(another.world, store);
    await putBack(world, store, foreign);
    const vault = open();
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    await vault.add([draft('Ours')]);
    expect((await vault.health.check()).findings).toEqual([
      { kind: 'store-foreign', store, healed: false },
    ]);
    expect(sameSnapshot(await copyOf(world, store), foreign)).toBe(true);
    const ours = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    await vault.lock();
    await vault.unlock('another horse');
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B', 'Theirs']);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
    expect((await copyOf(world, store)).records.has('kept.0')).toBe(true);
    expect(
      sameSnapshot(await copyOf(world, store === 'primary' ? 'mirror' : 'primary'), ours),
    ).toBe(true);
  });
});

test('the migration skips records of another vault whose head is damaged', async () => {
  const { world, ids, open, said } = await zeroVault();
  const { head, records } = await copyOf((await zeroVault()).world, 'mirror');
  await putBack(world, 'mirror', {
    head: head?.replace('"revision":', '"revision":1') ?? '',
    records,
  });
  expect((await unlocked(open)).said).toEqual(said);
  const now = await copyOf(world, 'mirror');
  expect([...now.records.keys()].toSorted()).toEqual([...ids, ...records.keys()].toSorted());
  for (const [name, bytes] of records) expect(now.records.get(name)).toEqual(bytes);
});
