import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { keysBehind, openWith } from './attackWithOldKeys';
import { authenticator, passphrase } from './authenticator';
import { putHead, takeImage } from './diskImage';
import { expect, test } from './fixtures';

const next = 'eight tiles of slate';
const before = { site: 'Before', name: 'ada@example.com', key: 'JBSW Y3DP EHPK 3PXP J6NH' };
const after = { site: 'AfterTheChange', name: 'ada@example.com', key: 'KRSX G5CT MVRX EZLU KRSX' };
const recoveryKey = /([A-Z2-7]{4}-){7}[A-Z2-7]{4}/;

const dialog = (page: Page) => page.getByRole('dialog');

async function add(page: Page, at: (name: string) => string, account: typeof before) {
  await page.goto(at('manage.html#/add'));
  await authenticator(page).addByKey(account);
  await expect(page).toHaveURL(/#\/account\//);
}

async function openSecurity(page: Page, at: (name: string) => string) {
  await page.goto(at('manage.html#/security'));
  await expect(page.getByRole('heading', { name: 'Ways to unlock' })).toBeVisible();
}

async function backUp(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const path = await (await downloading).path();
  return { path, bytes: new Uint8Array(await readFile(path)) };
}

async function createRecoveryKey(page: Page) {
  await page.getByRole('button', { name: 'Create a recovery key' }).click();
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Create key' }).click();
  const key = (await page.getByText(recoveryKey).innerText()).trim();
  await page.getByLabel('Enter its last four characters').fill(key.slice(-4));
  await page.getByRole('button', { name: "I've saved it" }).click();
  await expect(dialog(page)).toHaveCount(0);
}

async function changePassphrase(page: Page) {
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await dialog(page).getByLabel('Current passphrase').fill(passphrase);
  await dialog(page).getByLabel('New passphrase', { exact: true }).fill(next);
  await dialog(page).getByLabel('Confirm new passphrase').fill(next);
  await dialog(page).getByRole('button', { name: 'Save passphrase' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

/** Adds an account, copies the disk and a backup, changes the passphrase, and adds another account. */
async function changedVault(page: Page, at: (name: string) => string) {
  await page.goto(at('manage.html#/add'));
  await authenticator(page).createVault();
  await add(page, at, before);
  await openSecurity(page, at);
  await createRecoveryKey(page);
  const oldBackup = await backUp(page);
  const oldImage = await takeImage(page);
  await changePassphrase(page);
  await add(page, at, after);
  await openSecurity(page, at);
  const backup = await backUp(page);
  return { oldImage, oldBackup, image: await takeImage(page), backup };
}

test('an old copy of the disk, its keys and an old backup open nothing that is written after a passphrase change', async ({
  context,
  at,
}) => {
  const { oldImage, oldBackup, image, backup } = await changedVault(await context.newPage(), at);
  const old = await keysBehind(passphrase, oldImage, oldBackup.bytes);
  // The old keys: KEK and vault key, a sender key for each slot, KEK and file key of the backup.
  expect(old.length).toBeGreaterThanOrEqual(8);
  const opened = openWith(old, oldImage, oldBackup.bytes);
  expect(opened.join()).toContain('"issuer":"Before"');
  expect(openWith(old, image, backup.bytes)).toEqual([]);
  expect(await keysBehind(passphrase, image, backup.bytes)).toEqual([]);

  // The same attack succeeds with the new passphrase.
  const current = await keysBehind(next, image, backup.bytes);
  const own = openWith(current, image, backup.bytes).join();
  expect(own.split('"issuer":"AfterTheChange"').length).toBeGreaterThan(2);
});

test('with an old head and the old passphrase, the extension itself opens nothing that was written after the change', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  const { page } = manage;
  const { oldImage, backup } = await changedVault(page, at);

  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await page.getByLabel('Backup file').setInputFiles(backup.path);
  await page.getByLabel('Passphrase or recovery key').fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog(page).getByText("That passphrase isn't right.")).toBeVisible();

  await page.evaluate('chrome.storage.session.clear()');
  await page.goto('about:blank');
  await page.goto(at('manage.html#/accounts'));
  await manage.unlock(passphrase);
  await expect(page.getByText("That passphrase isn't right.")).toBeVisible();

  await putHead(page, oldImage);
  await page.goto('about:blank');
  await page.goto(at('manage.html#/accounts'));
  await manage.unlock(passphrase);
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await page.goto(at('manage.html#/security'));
  await expect(page.getByText('Check results').first()).toBeVisible();
  for (const name of ['popup.html', 'manage.html#/accounts']) {
    await page.goto(at(name));
    await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
    await expect(page.getByText(after.site)).toHaveCount(0);
  }
});
