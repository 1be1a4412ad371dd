import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { passphrase } from '../support/popupWorld';
import { closeAccount, field, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press, seenButton } from './press';

afterEach(closeAccount);

const notice = "Your changes from before the lock aren't saved yet.";

type Opened = Awaited<ReturnType<typeof openAccount>>;

/** Locks the vault and closes the page. Waits until the page has given up saving its input. */
async function lock({ vault, id }: Pick<Opened, 'vault' | 'id'>) {
  // Calls of `seal` finish in order, so this call waits for the page's.
  await vault.drafts.seal('', '');
  await vault.lock();
  closeAccount();
  // Changes are made in order, so this change waits for the page's.
  await expect(vault.update(id, () => ({}))).rejects.toMatchObject({ code: 'vault/locked' });
}

/** Opens an account's page, types a note without saving it, locks the vault and unlocks it again. */
async function typeAndLock() {
  const page = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  await lock(page);
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
  const page = await typeAndLock();
  const { show, entry, vault } = page;
  await show();
  await see(notice);
  await press('Discard');
  await eventually(() => expect(field('Note').value).toBe('Old'));
  await lock(page);
  await vault.unlock(passphrase);
  await show();
  expect(field('Note').value).toBe('Old');
  expect((await entry()).note).toBe('Old');
});

test('text that was typed before another page changed the passphrase comes back after a lock', async () => {
  const page = await openAccount({ note: 'Old' });
  const { show, vault } = page;
  await userEvent.fill(field('Note'), 'In the safe');
  await vault.slots.changePassphrase(passphrase, 'seven new tiles of slate');
  await lock(page);
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

test('text is saved before anything that happens after leaving the page', async () => {
  const { vault, entry, id } = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  closeAccount();
  // Changes are made in order, so this change waits for the page's.
  await vault.update(id, () => ({}));
  expect((await entry()).note).toBe('In the safe');
});

test('backup codes that were pasted before a lock come back after unlocking and can be saved', async () => {
  const page = await openAccount();
  const { show, vault, entry } = page;
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, 'aaaa-1111\nbbbb-2222');
  await lock(page);
  await vault.unlock(passphrase);
  await show();
  await press('Save 2 codes');
  await eventually(async () =>
    expect((await entry()).backupCodes.map(({ code }) => code)).toEqual(['aaaa-1111', 'bbbb-2222']),
  );
  closeAccount();
  await show();
  expect(root.querySelector('dialog')).toBeNull();
});

test("backup codes that are saved while the page is left aren't offered again", async () => {
  const { show, vault, entry, id } = await openAccount();
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, 'aaaa-1111\nbbbb-2222');
  // Reading a draft is in order with this call.
  await vault.drafts.seal('', '');
  (await seenButton('Save 2 codes')).click();
  closeAccount();
  await vault.update(id, () => ({}));
  expect((await entry()).backupCodes).toHaveLength(2);
  await show();
  await vault.drafts.seal('', '');
  expect(root.querySelector('dialog')).toBeNull();
});

test("backup codes that were discarded before a lock aren't offered again", async () => {
  const page = await openAccount();
  const { show, vault } = page;
  await press('Add backup codes');
  await userEvent.fill(root.querySelector('dialog textarea') ?? root, 'aaaa-1111');
  await press('Close');
  await press('Discard');
  await lock(page);
  await vault.unlock(passphrase);
  await show();
  // Reading a draft is in order with this call.
  await vault.drafts.seal('', '');
  expect(root.querySelector('dialog')).toBeNull();
});
