import { expect, test } from 'vitest';
import { vaultWorld } from '../../support/vaultWorld';

const passphrase = 'seven slate tiles';

async function unlockedVault() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  return { world, vault };
}

test('a sealed draft opens after a lock and an unlock, but not while the vault is locked', async () => {
  const { vault } = await unlockedVault();
  const sealed = await vault.drafts.seal('note', 'In the safe');
  await vault.lock();
  await expect(vault.drafts.open('note', sealed)).rejects.toMatchObject({ code: 'vault/locked' });
  await expect(vault.drafts.seal('note', 'Again')).rejects.toMatchObject({ code: 'vault/locked' });
  await vault.unlock(passphrase);
  expect(await vault.drafts.open('note', sealed)).toBe('In the safe');
});

test('sealing a draft twice gives two different texts, neither readable, and stores nothing', async () => {
  const { world, vault } = await unlockedVault();
  const before = JSON.stringify([[...world.local.values], [...world.session.values]]);
  const [one, other] = [
    await vault.drafts.seal('note', 'In the safe'),
    await vault.drafts.seal('note', 'In the safe'),
  ];
  expect(new TextDecoder('latin1').decode(one)).not.toContain('safe');
  expect(one).not.toEqual(other);
  expect(JSON.stringify([[...world.local.values], [...world.session.values]])).toBe(before);
});

test('a sealed draft opens only if it is complete, with its own name, and in its own vault', async () => {
  const { vault } = await unlockedVault();
  const sealed = await vault.drafts.seal('note', 'In the safe');
  expect(await vault.drafts.open('other', sealed)).toBeNull();
  expect(await vault.drafts.open('note', sealed.subarray(0, -1))).toBeNull();
  expect(await vault.drafts.open('note', sealed.subarray(0, 3))).toBeNull();
  const stranger = await unlockedVault();
  expect(await stranger.vault.drafts.open('note', sealed)).toBeNull();
});

test("a draft can't be opened after the vault key has changed", async () => {
  const { vault } = await unlockedVault();
  const sealed = await vault.drafts.seal('note', 'In the safe');
  await vault.slots.changePassphrase(passphrase, 'eight slate tiles');
  expect(await vault.drafts.open('note', sealed)).toBeNull();
});
