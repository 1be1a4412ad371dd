import { describe, expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { madeVault, passphrase } from './vaultWithAccounts';

describe('the backup reminder', () => {
  test('counts the changes since the last backup, and says when a backup is due', async () => {
    let now = 1_800_000_000_000;
    const { vault } = await madeVault(() => now);
    await vault.backups.change({ target: 'downloads', everyChanges: 3, everyDays: 7 });
    expect(await vault.backups.status()).toEqual({ newestAt: null, changesSince: 1, due: true });
    await vault.backups.recordBackup(await vault.backups.make());
    expect(await vault.backups.status()).toEqual({ newestAt: now, changesSince: 0, due: false });
    await vault.add([draft('D')]);
    await vault.add([draft('E')]);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 2, due: false });
    await vault.add([draft('F')]);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 3, due: true });
    await vault.backups.recordBackup(await vault.backups.make());
    await vault.add([draft('G')]);
    now += 7 * 24 * 3_600_000;
    await vault.touch();
    await vault.unlock(passphrase);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 1, due: true });
  });
});

test('a change while a backup is written still counts as not backed up', async () => {
  const { vault } = await madeVault();
  const backup = await vault.backups.make();
  await vault.add([draft('D')]);
  await vault.backups.recordBackup(backup);
  expect(await vault.backups.status()).toMatchObject({ changesSince: 1 });
});

test('keeps both changes if two pages change different backup settings at once', async () => {
  const { world, vault } = await madeVault();
  const page = world.open();
  await Promise.all([
    vault.backups.change({ everyChanges: 3 }),
    page.backups.change({ target: 'downloads' }),
  ]);
  expect(await vault.backups.settings()).toMatchObject({ everyChanges: 3, target: 'downloads' });
});

describe('a backup that is restored into a new vault', () => {
  const day = 24 * 3_600_000;
  const madeAt = 1_800_000_000_000;

  async function restored(now: number) {
    const { vault: old } = await madeVault(() => madeAt);
    const { bytes } = await old.backups.make();
    const vault = (await vaultWorld(() => now)).open();
    await vault.create(passphrase);
    const preview = await vault.backups.read(bytes, passphrase);
    if (!preview) throw new Error('no backup');
    await vault.backups.restore(preview, 'merge');
    return { vault, preview };
  }

  test('counts as its newest backup', async () => {
    const { vault } = await restored(madeAt + day);
    expect(await vault.backups.status()).toMatchObject({ newestAt: madeAt, changesSince: 0 });
    await vault.add([draft('D')]);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 1 });
  });

  test('was not made in the future, whatever its date says', async () => {
    const { vault } = await restored(madeAt - day);
    expect(await vault.backups.status()).toMatchObject({ newestAt: madeAt - day });
  });

  test('is no newer than a backup that was made since', async () => {
    const { vault, preview } = await restored(madeAt + day);
    await vault.backups.recordBackup(await vault.backups.make());
    const ids = (await vault.list()).map(({ id }) => id);
    await vault.remove(ids);
    await vault.trash.purge(ids);
    await vault.backups.restore(preview, 'merge');
    expect(await vault.backups.status()).toMatchObject({ newestAt: madeAt + day });
  });

  test("counts for nothing in a vault with accounts, because it hasn't all of them", async () => {
    const { preview } = await restored(madeAt + day);
    const { vault } = await madeVault();
    await vault.backups.restore(preview, 'merge');
    expect(await vault.backups.status()).toMatchObject({ newestAt: null });
  });
});
