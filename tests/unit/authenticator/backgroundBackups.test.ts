import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type BackupTargets } from '../../../lib/vault';
import { startBackups, startTrashCollection } from '../../../lib/authenticator/background';
import { downloadsOnly } from '../../support/backupTargets';
import { draft, vaultWorld } from '../../support/vaultWorld';

beforeEach(() => fakeBrowser.reset());

/** Starts the background with an unlocked vault that is due for a backup after every change. */
async function background(target: 'folder' | 'downloads' = 'folder') {
  const vault = (await vaultWorld()).open();
  await vault.create('correct horse');
  await vault.add([draft()]);
  await vault.backups.change({ target, everyChanges: 1 });
  const written: string[] = [];
  let allowed = true;
  const targets: BackupTargets = {
    ...downloadsOnly,
    folder: () => Promise.resolve({ name: 'Backups', allowed }),
    write: (_where, name) => {
      if (allowed) written.push(name);
      return Promise.resolve(allowed);
    },
  };
  startBackups(vault, targets);
  return {
    vault,
    written,
    forbid: () => (allowed = false),
    ring: () =>
      fakeBrowser.alarms.onAlarm.trigger({
        name: 'vault.backup',
        scheduledTime: 0,
        persistAcrossSessions: true,
      }),
  };
}

const alarm = () => fakeBrowser.alarms.get('vault.backup');
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

test('the background writes a single backup to the folder after a change, with no page open', async () => {
  const { vault, written, ring } = await background();
  await ring();
  await expect.poll(() => written).toEqual([expect.stringMatching(/^tessera-.*\.tessera$/)]);
  await expect.poll(async () => (await vault.backups.status()).due).toBe(false);
  await ring();
  await settled();
  expect(written).toHaveLength(1);
});

test('the backup stays due if the browser no longer allows the folder', async () => {
  const { vault, written, forbid, ring } = await background();
  forbid();
  await ring();
  await settled();
  expect(written).toEqual([]);
  expect(await vault.backups.status()).toMatchObject({ due: true, newestAt: null });
});

test("the background doesn't back up a locked vault, and leaves downloads to pages", async () => {
  const locked = await background();
  await locked.vault.lock();
  const downloads = await background('downloads');
  await locked.ring();
  await settled();
  expect([...locked.written, ...downloads.written]).toEqual([]);
});

test('schedules a backup half a minute after a change, and a check every hour', async () => {
  await background();
  await expect.poll(async () => (await alarm())?.periodInMinutes).toBe(60);
  await fakeBrowser.storage.local.set({ 'vault.head': 'the next one' });
  await expect
    .poll(async () => Math.round((((await alarm())?.scheduledTime ?? 0) - Date.now()) / 10_000))
    .toBe(3);
});

test("a restart of the background doesn't postpone the hourly check", async () => {
  const vault = (await vaultWorld()).open();
  startTrashCollection(vault);
  await expect.poll(() => fakeBrowser.alarms.get('vault.trash')).toBeDefined();
  const first = await fakeBrowser.alarms.get('vault.trash');
  await settled();
  startTrashCollection(vault);
  await settled();
  expect(await fakeBrowser.alarms.get('vault.trash')).toEqual(first);
});
