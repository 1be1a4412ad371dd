import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { passphrase } from '../support/popupWorld';
import { closeAccount, field, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press } from './press';

afterEach(closeAccount);

const notice = "Your changes from before the lock aren't saved yet.";

/** Opens an account's page, types a note without saving it, locks the vault and unlocks it again. */
async function typeAndLock() {
  const page = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  // Calls of `seal` finish in order, so this call waits for the page's.
  await page.vault.drafts.seal('', '');
  await page.vault.lock();
  closeAccount();
  await page.vault.unlock(passphrase);
  return page;
}

test('text that was typed before a lock comes back after unlocking and can be saved', async () => {
  const { show, entry } = await typeAndLock();
  expect((await entry()).note).toBe('Old');
  await show();
  await see(notice);
  expect(field('Note').value).toBe('In the safe');
  await expectNoBarriersInAnyLook();
  await press('Save');
  await eventually(async () => expect((await entry()).note).toBe('In the safe'));
  await eventually(() => expect(root.innerText).not.toContain(notice));
  closeAccount();
  await show();
  expect(root.innerText).not.toContain(notice);
});

test('text that was typed before a lock can be discarded', async () => {
  const { show, entry, vault } = await typeAndLock();
  await show();
  await see(notice);
  await press('Discard');
  expect(field('Note').value).toBe('Old');
  await vault.lock();
  closeAccount();
  await vault.unlock(passphrase);
  await show();
  expect(field('Note').value).toBe('Old');
  expect((await entry()).note).toBe('Old');
});

test('text that was typed before another page changed the passphrase comes back after a lock', async () => {
  const { show, vault } = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  await vault.slots.changePassphrase(passphrase, 'seven new tiles of slate');
  await vault.drafts.seal('', '');
  await vault.lock();
  closeAccount();
  await vault.unlock('seven new tiles of slate');
  await show();
  await see(notice);
  expect(field('Note').value).toBe('In the safe');
});

test("text that was saved on leaving the page isn't offered again", async () => {
  const { show, entry } = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  closeAccount();
  await eventually(async () => expect((await entry()).note).toBe('In the safe'));
  await show();
  await eventually(() => expect(field('Note').value).toBe('In the safe'));
  expect(root.innerText).not.toContain(notice);
});
