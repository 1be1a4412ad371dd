import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vaultSettings } from '../../../entrypoints/shared/vaultSettings';
import { AppError } from '../../../lib/errors';
import { vaultWorld } from '../../support/vaultWorld';

const twelve = 'twelve chars';

/** Returns a vault in a browser with this policy, with the settings that the extension's pages use. */
async function ruledWorld(policy: Record<string, unknown>) {
  await fakeBrowser.storage.managed.set(policy);
  const world = await vaultWorld();
  return { world, vault: world.open(vaultSettings) };
}

beforeEach(() => fakeBrowser.reset());

const tooWeak = new AppError('vault/weak-passphrase', { leastLength: 12 });

describe('the minimum passphrase length of a policy', () => {
  test('applies when a vault is created, and when its passphrase is changed, recovered or set for a backup', async () => {
    const { vault } = await ruledWorld({ passphraseMinLength: 12 });
    await expect(vault.create('eleven char')).rejects.toEqual(tooWeak);
    await vault.create(twelve);
    const key = await vault.slots.createRecoveryKey(twelve);
    await expect(vault.slots.changePassphrase(twelve, 'eleven char')).rejects.toEqual(tooWeak);
    await expect(vault.slots.recover(key, 'eleven char')).rejects.toEqual(tooWeak);
    await expect(vault.backups.make('eleven char')).rejects.toEqual(tooWeak);
    await vault.slots.changePassphrase(twelve, 'another of 12');
  });

  test('applies to the first passphrase of a vault that has none', async () => {
    const { vault } = await ruledWorld({ passphraseMinLength: 12 });
    await vault.createWithoutPassphrase();
    await expect(vault.slots.setPassphrase('eleven char')).rejects.toEqual(tooWeak);
    await vault.slots.setPassphrase(twelve);
  });

  test("doesn't prevent the upgrade of a slot with a shorter passphrase", async () => {
    const { world, vault: old } = await ruledWorld({});
    await old.create('fox 8 yurt');
    world.restart();
    await fakeBrowser.storage.managed.set({ passphraseMinLength: 12 });
    const costs = { memory: 128 * 1024, passes: 3, lanes: 1 };
    const vault = world.open({ ...vaultSettings, costs });
    await vault.unlock('fox 8 yurt');
    expect(await vault.slots.list()).toMatchObject([costs]);
  });
});

describe('a passphrase that is easy to guess', () => {
  const guessable = new AppError('vault/guessable-passphrase');

  test.each(['superman1!', 'P@ssw0rd2024', '        '])(
    'is refused when a vault is created, and when its passphrase is changed, recovered or set for a backup: %j',
    async (weak) => {
      const vault = (await vaultWorld()).open();
      await expect(vault.create(weak)).rejects.toEqual(guessable);
      expect(await vault.state()).toBe('none');
      await vault.create(twelve);
      const key = await vault.slots.createRecoveryKey(twelve);
      await expect(vault.slots.changePassphrase(twelve, weak)).rejects.toEqual(guessable);
      await expect(vault.slots.recover(key, weak)).rejects.toEqual(guessable);
      await expect(vault.backups.make(weak)).rejects.toEqual(guessable);
    },
  );

  test('is refused as the first passphrase of a vault that has none', async () => {
    const vault = (await vaultWorld()).open();
    await vault.createWithoutPassphrase();
    await expect(vault.slots.setPassphrase('trustno1')).rejects.toEqual(guessable);
  });

  test('still opens a vault that was created with it, and the slot is upgraded', async () => {
    const world = await vaultWorld();
    await world.open({ isGuessable: () => Promise.resolve(false) }).create('trustno1');
    world.restart();
    const costs = { memory: 128 * 1024, passes: 3, lanes: 1 };
    const vault = world.open({ costs });
    await vault.unlock('trustno1');
    expect(await vault.slots.list()).toMatchObject([costs]);
  });
});

describe('a vault without a passphrase', () => {
  test("can't be created if policy requires a passphrase", async () => {
    const { vault } = await ruledWorld({ requirePassphrase: true });
    await expect(vault.createWithoutPassphrase()).rejects.toThrow('vault/passphrase-required');
    expect(await vault.state()).toBe('none');
  });

  test("can be created if policy doesn't require a passphrase", async () => {
    const { vault } = await ruledWorld({});
    await vault.createWithoutPassphrase();
    expect(await vault.state()).toBe('unlocked');
  });

  test('is recognized in every page and after a restart, until it gets a passphrase', async () => {
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
