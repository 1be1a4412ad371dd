import { beforeEach, describe, expect, test } from 'vitest';
import { copyOf, keyOf, issuersOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, type VaultWorld } from '../../support/vaultWorld';
import type { Snapshot } from '../../../lib/vault/storage/Store';
import { ours, theirs, stores, halfRestored } from './halfRestored';

describe.each(stores)('if the %s store holds another vault', (store) => {
  let world: VaultWorld;
  let foreign: Snapshot;

  beforeEach(async () => {
    ({ world, foreign } = await halfRestored(store));
  });

  const untouched = async () => sameSnapshot(await copyOf(world, store), foreign);

  test('the other vault is reported once ours is unlocked, and stays unchanged', async () => {
    const vault = world.open();
    expect(await vault.state()).toBe('locked');
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours']);
    const finding = { kind: 'store-foreign', store, healed: false };
    expect((await vault.health.report())?.findings).toEqual([finding]);
    const [id = ''] = await vault.add([draft('Second')]);
    await vault.update(id, () => ({ note: 'newer' }));
    await vault.slots.changePassphrase(ours, 'another horse');
    await vault.slots.createRecoveryKey('another horse');
    await vault.slots.rotate('another horse');
    await vault.health.discardDamaged();
    expect((await vault.health.check()).findings).toEqual([finding]);
    expect(await issuersOf(world.open())).toEqual(['Ours', 'Second']);
    expect(await untouched()).toBe(true);
  });

  test('each vault opens with its own passphrase and shows its own accounts, even in the same page', async () => {
    const vault = world.open();
    for (const [passphrase, issuer] of [
      [ours, 'Ours'],
      [theirs, 'Theirs'],
      [ours, 'Ours'],
    ] as const) {
      await vault.unlock(passphrase);
      expect(await issuersOf(vault)).toEqual([issuer]);
      await vault.lock();
    }
    await vault.unlock(theirs);
    await vault.add([draft('Second of theirs')]);
    await vault.lock();
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours']);
    await vault.lock();
    await vault.unlock(theirs);
    expect(await issuersOf(vault)).toEqual(['Theirs', 'Second of theirs']);
  });

  test('a locked page lists the slots of both vaults, and an unlocked page lists the slots of the open vault', async () => {
    const vault = world.open();
    await vault.unlock(theirs);
    await vault.slots.createRecoveryKey(theirs);
    await vault.lock();
    const types = async () => (await vault.slots.list()).map(({ type }) => type).toSorted();
    expect(await types()).toEqual(['passphrase', 'passphrase', 'recovery']);
    await vault.unlock(ours);
    expect(await types()).toEqual(['passphrase']);
  });

  test("a recovery key opens the vault that it belongs to, and sets that vault's new passphrase", async () => {
    const vault = world.open();
    await vault.unlock(theirs);
    const key = await vault.slots.createRecoveryKey(theirs);
    await vault.lock();
    const before = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    const page = world.open();
    await page.slots.recover(key, 'a new passphrase');
    expect(await issuersOf(page)).toEqual(['Theirs']);
    await page.lock();
    const after = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    expect(sameSnapshot(after, before)).toBe(true);
    await page.unlock(ours);
    expect(await issuersOf(page)).toEqual(['Ours']);
  });

  test('an unlocked vault rejects the passphrase of the other vault', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await expect(vault.unlock(theirs)).rejects.toThrow('vault/wrong-passphrase');
    expect(await issuersOf(vault)).toEqual(['Ours']);
  });

  test('the rescue file contains both vaults', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await vault.list();
    const rescue = await vault.health.rescue();
    expect(rescue[store].head).toBe(foreign.head);
    expect(Object.keys(rescue[store].records)).toEqual([...foreign.records.keys()].map(keyOf));
    expect(rescue[store === 'primary' ? 'mirror' : 'primary'].head).not.toBe(foreign.head);
  });

  test('deleting the other vault in one page deletes it in all pages', async () => {
    const [vault, page] = [world.open(), world.open()];
    await vault.unlock(ours);
    await page.add([draft('Second')]);
    await vault.health.deleteOtherVault();
    await page.add([draft('Third')]);
    expect(sameSnapshot(await copyOf(world, 'primary'), await copyOf(world, 'mirror'))).toBe(true);
    expect(await issuersOf(vault)).toEqual(['Ours', 'Second', 'Third']);
  });

  test('deleting the other vault leaves our vault in both stores', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await vault.health.deleteOtherVault();
    expect((await vault.health.report())?.findings).toEqual([]);
    await vault.add([draft('Second')]);
    expect(sameSnapshot(await copyOf(world, 'primary'), await copyOf(world, 'mirror'))).toBe(true);
    await vault.lock();
    await expect(vault.unlock(theirs)).rejects.toThrow('vault/wrong-passphrase');
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours', 'Second']);
  });
});
