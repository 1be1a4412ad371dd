import { describe, expect, test } from 'vitest';
import { draft } from '../../support/vaultWorld';
import { backUp, copies, kinds } from './rolledBackVault';
import { again, issuers, madeVault, passphrase } from './slotVault';

/**
 * Returns a vault whose stores were both reset to the state before the last account was added. The backup has
 * that account.
 */
async function rolledBack() {
  const { world, vault } = await madeVault();
  const roll = await copies(world);
  const [id = ''] = await vault.add([draft('Later')]);
  // Makes more changes than restoring the backup will make.
  for (const note of ['a', 'b', 'c']) await vault.update(id, () => ({ note }));
  const backup = await backUp(vault);
  vault.close();
  await roll();
  const page = again(world);
  await page.unlock(passphrase);
  return { world, page, backup };
}

describe('an older state in both stores', () => {
  test('is reported if the newest backup is newer', async () => {
    const { page } = await rolledBack();
    expect(await issuers(page)).toEqual(['GitHub', 'GitLab']);
    expect((await page.health.report())?.findings).toEqual([
      { kind: 'vault-rolled-back', healed: false },
    ]);
  });

  test('is reported if the open session has seen a newer state', async () => {
    const { world, vault } = await madeVault();
    const roll = await copies(world);
    await vault.add([draft('Later')]);
    await roll();
    expect(await issuers(vault)).toEqual(['GitHub', 'GitLab']);
    expect(await kinds(vault)).toEqual(['vault-rolled-back']);
  });

  test('is reported if it is from before a passphrase change that the open session has seen', async () => {
    const { world, vault } = await madeVault();
    const roll = await copies(world);
    await vault.slots.changePassphrase(passphrase, 'battery staple');
    await roll();
    await expect(vault.list()).rejects.toThrow('vault/tampered');
    const page = again(world);
    await page.unlock(passphrase);
    expect(await kinds(page)).toEqual(['vault-rolled-back']);
  });

  test('is reported if the disk is too full to store the newer revision', async () => {
    const { world } = await rolledBack();
    const { local } = world;
    const full = {
      get: (keys: string | null) => local.get(keys),
      remove: (keys: string | string[]) => local.remove(keys),
      set: (values: Record<string, unknown>) =>
        'vault.known-revision' in values ? Promise.reject(new Error('full')) : local.set(values),
    };
    world.restart();
    const page = world.open({ local: full });
    await page.unlock(passphrase);
    expect(await kinds(page)).toEqual(['vault-rolled-back']);
  });

  test('is reported at every unlock, even after an automatic backup', async () => {
    const { world, page } = await rolledBack();
    await page.health.check();
    await backUp(page);
    const next = again(world);
    await next.unlock(passphrase);
    expect(await kinds(next)).toEqual(['vault-rolled-back']);
  });

  test('makes later changes count as not backed up', async () => {
    const { page } = await rolledBack();
    expect(await page.backups.status()).toMatchObject({ changesSince: 0 });
    await page.update((await page.list())[0]?.id ?? '', () => ({ note: 'changed' }));
    expect(await page.backups.status()).toMatchObject({ changesSince: 1 });
  });

  test('is no longer reported once the user accepts it', async () => {
    const { world, page } = await rolledBack();
    await page.health.acceptRollback();
    expect(await kinds(page)).toEqual([]);
    const next = again(world);
    await next.unlock(passphrase);
    expect(await kinds(next)).toEqual([]);
  });

  test('is no longer reported once the backup is restored', async () => {
    const { world, page, backup } = await rolledBack();
    const preview = await page.backups.read(backup.bytes, passphrase);
    if (!preview) throw new Error('It is a backup');
    await page.backups.restore(preview, 'merge');
    await page.health.check();
    expect(await kinds(page)).toEqual([]);
    expect(await issuers(page)).toEqual(['GitHub', 'GitLab', 'Later']);
    const next = again(world);
    await next.unlock(passphrase);
    expect(await kinds(next)).toEqual([]);
  });
});
