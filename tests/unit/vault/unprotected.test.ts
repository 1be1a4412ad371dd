import { describe, expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { passphrase, issuers, again } from './slotVault';

describe('a vault without a passphrase', () => {
  test('opens by itself until it gets a passphrase', async () => {
    const world = await vaultWorld();
    const vault = world.open();
    await vault.createWithoutPassphrase();
    await vault.add([draft('GitHub')]);
    let page = again(world);
    expect(await page.state()).toBe('unlocked');
    expect(await issuers(page)).toEqual(['GitHub']);
    await page.slots.setPassphrase(passphrase);
    page = again(world);
    expect(await page.state()).toBe('locked');
    await page.unlock(passphrase);
    expect(await issuers(page)).toEqual(['GitHub']);
  });
});

describe('a locked vault without a passphrase', () => {
  test('opens again by itself and notifies once, so that pages read their lists again', async () => {
    const world = await vaultWorld();
    const vault = world.open();
    await vault.createWithoutPassphrase();
    await vault.add([draft('GitHub')]);
    await vault.lock();
    await expect(vault.list()).rejects.toThrow('vault/locked');
    let told = 0;
    vault.subscribe(() => (told += 1));
    expect(await vault.state()).toBe('unlocked');
    expect(await vault.state()).toBe('unlocked');
    expect(told).toBe(1);
    expect(await issuers(vault)).toEqual(['GitHub']);
  });
});
