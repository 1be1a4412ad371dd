import { describe, expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';
const minute = 60_000;
const day = 24 * 60 * minute;

async function madeVault() {
  const time = { now: 1_800_000_000_000 };
  const world = await vaultWorld(() => time.now);
  const vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('GitHub')]);
  return { time, world, vault };
}

describe('setting the clock back', () => {
  test('by a day locks an unlocked vault', async () => {
    const { time, vault } = await madeVault();
    time.now -= day;
    expect(await vault.state()).toBe('locked');
    await expect(vault.list()).rejects.toThrow('vault/locked');
  });

  test("by a few seconds, as a time server does, doesn't lock the vault", async () => {
    const { time, vault } = await madeVault();
    time.now -= 5_000;
    expect(await vault.state()).toBe('unlocked');
  });

  test('neither ends nor extends the delay that follows wrong passphrases', async () => {
    const { time, world, vault } = await madeVault();
    await vault.lock();
    const page = world.open();
    for (let turn = 0; turn < 4; turn++)
      await expect(page.unlock('wrong one')).rejects.toThrow('vault/wrong-passphrase');
    time.now -= minute;
    await expect(page.unlock(passphrase)).rejects.toThrow('vault/too-many-tries');
    time.now -= day;
    await expect(page.unlock(passphrase)).rejects.toThrow('vault/too-many-tries');
    time.now += 2_000;
    await page.unlock(passphrase);
    expect(await page.state()).toBe('unlocked');
  });
});
