import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupReminderOf } from '../../../entrypoints/shared/backupReminder';
import { syncStored } from '../../../lib/authenticator/state';
import { draft, vaultWorld } from '../../support/vaultWorld';

beforeEach(() => fakeBrowser.reset());

/** Returns an unlocked vault with one account and without a backup. */
async function unlocked() {
  const vault = (await vaultWorld()).openPage();
  await vault.create('correct horse');
  await vault.add([draft()]);
  return vault;
}

test('automatic backups to the downloads are overdue in the popup, which saves none', async () => {
  const vault = await unlocked();
  const { look, automate } = backupReminderOf({ vault }, { savesDownloads: false });
  expect(await look()).toBeNull();
  await automate();
  expect(await look()).toEqual({ kind: 'overdue', changes: 1, target: 'downloads' });
  await vault.backups.recordBackup(await vault.backups.make());
  expect(await look()).toBeNull();
});

test('automatic backups to the downloads are never overdue on a page that saves them', async () => {
  const { look, automate } = backupReminderOf(
    { vault: await unlocked() },
    { savesDownloads: true },
  );
  await automate();
  expect(await look()).toBeNull();
});

test('automatic backups to a folder that may not be written are overdue on every page', async () => {
  const vault = await unlocked();
  const { look } = backupReminderOf({ vault }, { savesDownloads: true });
  await vault.backups.change({ target: 'folder' });
  expect(await look()).toEqual({ kind: 'overdue', changes: 1, target: 'folder' });
});

test('the reminder knows whether sync has copies of the accounts, also from a later round', async () => {
  const vault = await unlocked();
  await vault.add([draft('B'), draft('C')]);
  const { look, subscribe } = backupReminderOf({ vault }, { savesDownloads: false });
  expect(await look()).toEqual({ kind: 'never' });
  let notified = 0;
  const unsubscribe = subscribe(() => (notified += 1));
  await fakeBrowser.storage.session.set({
    [syncStored.status.key]: { running: true, needsPerson: false, failures: 0 },
  });
  expect(notified).toBe(1);
  expect(await look()).toEqual({ kind: 'synced' });
  unsubscribe();
  await fakeBrowser.storage.session.remove(syncStored.status.key);
  expect(notified).toBe(1);
});
