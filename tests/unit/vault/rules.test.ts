import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vaultSettings } from '../../../entrypoints/shared/vaultSettings';
import { AppError } from '../../../lib/errors';
import { vaultWorld } from '../../support/vaultWorld';

const twelve = 'twelve chars';

/** A browser whose administrator has these rules, as the pages of the extension read them. */
async function ruledWorld(policy: Record<string, unknown>) {
  await fakeBrowser.storage.managed.set(policy);
  const world = await vaultWorld();
  return { world, vault: world.open(vaultSettings) };
}

beforeEach(() => fakeBrowser.reset());

const tooWeak = new AppError('vault/weak-passphrase', { leastLength: 12 });

describe('the least length of a passphrase, set by an administrator', () => {
  test('holds when a vault is made, its passphrase changed, recovered or set for a backup', async () => {
    const { vault } = await ruledWorld({ passphraseMinLength: 12 });
    await expect(vault.create('eleven char')).rejects.toEqual(tooWeak);
    await vault.create(twelve);
    const key = await vault.slots.createRecoveryKey(twelve);
    await expect(vault.slots.changePassphrase(twelve, 'eleven char')).rejects.toEqual(tooWeak);
    await expect(vault.slots.recover(key, 'eleven char')).rejects.toEqual(tooWeak);
    await expect(vault.backups.make('eleven char')).rejects.toEqual(tooWeak);
    await vault.slots.changePassphrase(twelve, 'another of 12');
  });

  test('holds when a vault without one gets its first', async () => {
    const { vault } = await ruledWorld({ passphraseMinLength: 12 });
    await vault.createWithoutPassphrase();
    await expect(vault.slots.setPassphrase('eleven char')).rejects.toEqual(tooWeak);
    await vault.slots.setPassphrase(twelve);
  });

  test('does not stand in the way of raising a shorter one that was there before', async () => {
    const { world, vault: old } = await ruledWorld({});
    await old.create('8 letter');
    world.restart();
    await fakeBrowser.storage.managed.set({ passphraseMinLength: 12 });
    const costs = { memory: 128 * 1024, passes: 3, lanes: 1 };
    const vault = world.open({ ...vaultSettings, costs });
    await vault.unlock('8 letter');
    expect(await vault.slots.list()).toMatchObject([costs]);
  });
});

describe('a vault without a passphrase', () => {
  test('is refused where an administrator requires one', async () => {
    const { vault } = await ruledWorld({ requirePassphrase: true });
    await expect(vault.createWithoutPassphrase()).rejects.toThrow('vault/passphrase-required');
    expect(await vault.state()).toBe('none');
  });

  test('is made where nobody requires one', async () => {
    const { vault } = await ruledWorld({});
    await vault.createWithoutPassphrase();
    expect(await vault.state()).toBe('unlocked');
  });

  test('is known for one until it has a passphrase, in every page and after the browser', async () => {
    const { world, vault } = await ruledWorld({});
    expect(await vault.hasNoPassphrase()).toBe(false);
    await vault.createWithoutPassphrase();
    expect(await world.open().hasNoPassphrase()).toBe(true);
    world.restart();
    expect(await vault.state()).toBe('unlocked');
    expect(await vault.hasNoPassphrase()).toBe(true);
    await vault.slots.setPassphrase(twelve);
    expect(await vault.hasNoPassphrase()).toBe(false);
    await vault.lock();
    await vault.unlock(twelve);
    expect(await vault.hasNoPassphrase()).toBe(false);
  });
});
