import { describe, expect, test } from 'vitest';
import type { VaultDeps } from '../../../lib/vault';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { passphrase, madeVault, issuers, again } from './slotVault';

describe('the passphrase', () => {
  test('can be changed, and only the new passphrase opens the vault', async () => {
    const { world, vault } = await madeVault();
    await vault.slots.changePassphrase(passphrase, 'battery staple');
    expect(await vault.slots.list()).toHaveLength(1);
    const next = again(world);
    await expect(next.unlock(passphrase)).rejects.toThrow('vault/wrong-passphrase');
    await next.unlock('battery staple');
    expect(await issuers(next)).toEqual(['GitHub', 'GitLab']);
  });

  test("can't be changed if the old passphrase is wrong or the new passphrase is weak", async () => {
    const { vault } = await madeVault();
    await expect(vault.slots.changePassphrase('wrong', 'battery staple')).rejects.toThrow(
      'vault/wrong-passphrase',
    );
    await expect(vault.slots.changePassphrase(passphrase, 'short')).rejects.toThrow(
      'vault/weak-passphrase',
    );
  });

  test('is the same in composed and decomposed Unicode', async () => {
    const world = await vaultWorld();
    const vault = world.open();
    await vault.create('Ångström résumé'.normalize('NFC'));
    const next = again(world);
    await next.unlock('Ångström résumé'.normalize('NFD'));
    expect(await next.state()).toBe('unlocked');
  });

  test("has its slot upgraded at unlock if the slot's KDF costs are outdated", async () => {
    const world = await vaultWorld();
    const old = world.open({ costs: { memory: 32 * 1024, passes: 2, lanes: 1 } });
    await old.create(passphrase);
    const vault = again(world);
    expect(await vault.slots.list()).toMatchObject([{ memory: 32 * 1024, passes: 2 }]);
    await vault.unlock(passphrase);
    expect(await vault.slots.list()).toMatchObject([{ memory: 64 * 1024, passes: 3 }]);
    const next = again(world);
    await next.unlock(passphrase);
    expect(await next.state()).toBe('unlocked');
  });

  test('gets a slot with fallback costs if memory is too low for the default costs, and keeps this slot', async () => {
    const world = await vaultWorld();
    const { derive } = world.deps();
    const poor: Partial<VaultDeps> = {
      derive: (task) =>
        task.kind === 'argon2id' && task.memory > 19 * 1024
          ? Promise.reject(new RangeError())
          : derive(task),
    };
    await world.open(poor).create(passphrase);
    world.restart();
    const vault = world.open(poor);
    await vault.unlock(passphrase);
    expect(await vault.slots.list()).toMatchObject([{ memory: 19 * 1024, passes: 2 }]);
  });

  test('can be tried again only after a delay, which grows exponentially and continues across restarts', async () => {
    let now = 1_000_000;
    const { world } = await madeVault(() => now);
    let page = again(world);
    for (let turn = 0; turn < 4; turn++)
      await expect(page.unlock('wrong one')).rejects.toThrow('vault/wrong-passphrase');
    await expect(page.unlock(passphrase)).rejects.toMatchObject({
      code: 'vault/too-many-tries',
      facts: { seconds: 2 },
    });
    page = again(world);
    now += 1999;
    await expect(page.unlock(passphrase)).rejects.toThrow('vault/too-many-tries');
    now += 1;
    await expect(page.unlock('wrong one')).rejects.toThrow('vault/wrong-passphrase');
    now += 3999;
    await expect(page.unlock(passphrase)).rejects.toThrow('vault/too-many-tries');
    now += 1;
    await page.unlock(passphrase);
    await page.lock();
    await expect(page.unlock('wrong one')).rejects.toThrow('vault/wrong-passphrase');
    await page.unlock(passphrase);
  });
});

describe('passkeys', () => {
  test('open the vault until they are removed', async () => {
    const { world, vault } = await madeVault();
    await vault.slots.addPasskey(passphrase, 'Laptop');
    await vault.slots.addPasskey(passphrase, 'Key ring');
    let page = again(world);
    await page.slots.unlockByPasskey();
    expect(await issuers(page)).toEqual(['GitHub', 'GitLab']);
    const labels = async () => (await page.slots.list()).map(({ label }) => label);
    expect(await labels()).toEqual(['', 'Laptop', 'Key ring']);
    for (const { id, type } of await page.slots.list())
      if (type === 'passkey') await page.slots.remove(id, passphrase);
    expect(await labels()).toEqual(['']);
    page = again(world);
    await expect(page.slots.unlockByPasskey()).rejects.toThrow('vault/passkey-failed');
    await page.unlock(passphrase);
    expect(await issuers(page)).toEqual(['GitHub', 'GitLab']);
  });

  test("can be removed without affecting the passphrase, which can't be removed", async () => {
    const { vault } = await madeVault();
    const [slot] = await vault.slots.list();
    await vault.slots.remove(slot?.id ?? '', passphrase);
    expect((await vault.slots.list()).map(({ type }) => type)).toEqual(['passphrase']);
  });
});

describe('a new vault key', () => {
  test('opens nothing that was stored before, in either store', async () => {
    const { world, vault } = await madeVault();
    const before = await vault.health.rescue();
    await vault.slots.rotate(passphrase);
    const after = await vault.health.rescue();
    for (const store of ['primary', 'mirror'] as const)
      for (const [id, bytes] of Object.entries(after[store].records))
        expect(bytes).not.toBe(before[store].records[id]);
    expect(await vault.health.check()).toMatchObject({ records: 2, sound: 2, findings: [] });
    expect(await issuers(again(world)).catch((error: Error) => error.message)).toBe('vault/locked');
  });

  test('lets another page continue without unlocking again', async () => {
    const { world, vault } = await madeVault();
    const other = world.open();
    await vault.slots.rotate(passphrase);
    await other.add([draft('Codeberg')]);
    expect(await issuers(vault)).toEqual(['GitHub', 'GitLab', 'Codeberg']);
  });
});
