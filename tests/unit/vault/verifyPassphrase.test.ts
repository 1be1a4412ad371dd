import { expect, test } from 'vitest';
import { vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse battery staple';

/** Returns an unlocked vault, and the messages that its other pages receive. */
async function openVault() {
  let now = 1_800_000_000_000;
  const world = await vaultWorld(() => now);
  const vault = world.open({ costs: { memory: 32 * 1024, passes: 2, lanes: 1 } });
  await vault.create(passphrase);
  const heard: string[] = [];
  world.deps().bus.subscribe((message) => heard.push(message));
  vault.subscribe(() => heard.push('listener'));
  return { world, vault, heard, wait: (ms: number) => (now += ms) };
}

test("verifying the right passphrase doesn't unlock the vault, notify pages or write anything", async () => {
  const { world, heard, wait } = await openVault();
  // Unlocking in this page would upgrade the slot, because its KDF costs are outdated for this page.
  const page = world.open();
  page.subscribe(() => heard.push('own listener'));
  const [endsAt, slots] = [await page.endsAt(), await page.slots.list()];
  wait(60_000);
  await page.verifyPassphrase(passphrase);
  expect(heard).toEqual([]);
  expect(await page.endsAt()).toBe(endsAt);
  expect(await page.slots.list()).toEqual(slots);
});

test('verifying a wrong passphrase fails, and further attempts are delayed as on the lock screen', async () => {
  const { vault } = await openVault();
  for (let attempt = 0; attempt < 4; attempt++)
    await expect(vault.verifyPassphrase('not this one')).rejects.toThrow('vault/wrong-passphrase');
  await expect(vault.verifyPassphrase(passphrase)).rejects.toThrow('vault/too-many-tries');
  expect(await vault.state()).toBe('unlocked');
});

test('verifying an empty passphrase fails', async () => {
  const { vault } = await openVault();
  await expect(vault.verifyPassphrase('')).rejects.toThrow('vault/wrong-passphrase');
});

test('verifying a passphrase fails in a locked vault, which stays locked', async () => {
  const { vault } = await openVault();
  await vault.lock();
  await expect(vault.verifyPassphrase(passphrase)).rejects.toThrow('vault/locked');
  expect(await vault.state()).toBe('locked');
});
