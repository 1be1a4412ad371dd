import { describe, expect, test } from 'vitest';
import { passphrase as migrating, versionsOf, zeroVault } from '../../support/migrationWorld';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, type VaultWorld } from '../../support/vaultWorld';
import { both } from './attackedVault';
import { backUp, copies, kinds } from './rolledBackVault';
import { again, madeVault, passphrase } from './slotVault';

/** Unlocks in a restarted browser, and expects that no rollback is reported. */
async function expectNone(world: VaultWorld, secret = passphrase) {
  const page = again(world);
  await page.unlock(secret);
  expect(await kinds(page)).not.toContain('vault-rolled-back');
  await page.health.check();
  expect(await kinds(page)).not.toContain('vault-rolled-back');
  return page;
}

describe('no rollback is reported', () => {
  test('if only one store is older', async () => {
    for (const name of both) {
      const { world, vault } = await madeVault();
      const old = await copyOf(world, name);
      await vault.add([draft('Later')]);
      await backUp(vault);
      await putBack(world, name, old);
      await expectNone(world);
    }
  });

  test('if the known revision is that of another vault', async () => {
    const { world } = await madeVault();
    await world.local.set({ 'vault.known-revision': { vault: 'another', revision: 99 } });
    await expectNone(world);
  });

  test('if a backup of another vault is recorded, which is ignored', async () => {
    const { world, vault } = await madeVault();
    await backUp(vault);
    const before = await vault.backups.status();
    await vault.backups.recordBackup({ vault: 'another', revision: 99 });
    expect(await vault.backups.status()).toEqual(before);
    await expectNone(world);
  });

  test('after uses that leave no backup due', async () => {
    const { world, vault } = await madeVault();
    const [id = ''] = (await vault.list()).map((one) => one.id);
    await backUp(vault);
    for (let use = 0; use < 5; use++) {
      await vault.update(id, () => ({ usedAt: 1_800_000_000_000 + use }));
      expect(await vault.backups.status()).toMatchObject({ changesSince: 0 });
    }
    await expectNone(world);
  });

  test('if the older state lacks only the use of an account', async () => {
    const { world, vault } = await madeVault();
    const [id = ''] = (await vault.list()).map((one) => one.id);
    await backUp(vault);
    const roll = await copies(world);
    await vault.update(id, () => ({ usedAt: 1_800_000_000_000 }));
    await roll();
    await expectNone(world);
  });

  test('if the browser is killed between a change and the record of its revision', async () => {
    const { world, vault } = await madeVault();
    await backUp(vault);
    const before = new Map(world.local.values);
    await vault.add([draft('Later')]);
    for (const [key, value] of before)
      if (key.startsWith('vault.known')) world.local.values.set(key, value);
    await expectNone(world);
    world.local.values.delete('vault.known-revision');
    await expectNone(world);
  });

  test('after a restore, and after the restore is undone', async () => {
    for (const how of ['merge', 'replace'] as const) {
      const { world, vault } = await madeVault();
      const old = await backUp(vault);
      await vault.add([draft('Later')]);
      await backUp(vault);
      const preview = await vault.backups.read(old.bytes, passphrase);
      if (!preview) throw new Error('It is a backup');
      const undo = await vault.backups.restore(preview, how);
      const page = await expectNone(world);
      await undo();
      await page.lock();
      await expectNone(world);
    }
  });

  test('after a new vault was created, and after the old vault was reopened', async () => {
    const { world, vault } = await madeVault();
    await backUp(vault);
    await vault.setAside.startAnew();
    const page = world.open();
    await page.create(passphrase);
    expect(await kinds(page)).toEqual([]);
    await page.add([draft('New')]);
    await backUp(page);
    const [old] = await page.setAside.list();
    await page.setAside.reopen(old?.id ?? '');
    await expectNone(world);
  });

  test('if a vault that was set aside is an earlier state of the current vault', async () => {
    const { world, vault } = await madeVault();
    await vault.setAside.startAnew();
    const [aside] = await vault.setAside.list();
    const kept = [...world.local.values].filter(([key]) => key.startsWith('vault.aside.'));
    await vault.setAside.reopen(aside?.id ?? '');
    for (const [key, value] of kept) world.local.values.set(key, value);
    const page = world.open();
    await page.unlock(passphrase);
    await page.add([draft('Later')]);
    await backUp(page);
    await page.setAside.reopen(aside?.id ?? '');
    await expectNone(world);
  });

  test('after a backup of a vault that another vault has replaced in the meantime', async () => {
    const { world, vault } = await madeVault();
    for (let turn = 0; turn < 5; turn++) await vault.add([draft(`Later ${turn}`)]);
    const backup = await vault.backups.make();
    await vault.setAside.startAnew();
    const page = world.open();
    await page.create(passphrase);
    await page.backups.recordBackup(backup);
    expect(await page.backups.status()).toMatchObject({ newestAt: null });
    await expectNone(world);
  });

  test('after a migration', async () => {
    const { world, open } = await zeroVault(async (vault) => {
      await backUp(vault);
    });
    const page = open();
    await page.unlock(migrating);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
    expect(await kinds(page)).not.toContain('vault-rolled-back');
  });

  test('after a passphrase change', async () => {
    const { world, vault } = await madeVault();
    await backUp(vault);
    await vault.slots.changePassphrase(passphrase, 'battery staple');
    await expectNone(world, 'battery staple');
  });
});
