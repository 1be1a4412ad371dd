import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchWithExtension } from '../support/launch.mjs';
import { person, startWebdav } from '../support/webdavServers.mjs';
import { film, filmFlags } from './film';
import { firefoxPage } from './firefoxPage';
import { scriptHands, type ScriptHands } from './scriptHands';
import {
  addAccount,
  allowedExtension,
  createVault,
  openSyncBrowser,
  passphrase,
  syncNow,
} from './syncBrowser';

const digitsOf = '[data-digits]';

/** Runs a round on the laptop. */
async function syncLaptop(laptop: ScriptHands): Promise<void> {
  await laptop.goTo('#/sync');
  await laptop.click('Sync now');
  await laptop.gone('[aria-busy=true]');
}

/** Replaces the backup codes of the account on the desktop. */
async function pasteCodes(page: Page, codes: string): Promise<void> {
  await page.getByRole('button', { name: 'Add backup codes' }).click();
  await page.getByLabel('Paste the codes').fill(codes);
  await page.getByRole('button', { name: 'Save 2 codes' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('Chromium and Firefox share a vault over rclone: pairing by text and by camera, edits, a conflict and a removed device', async () => {
  const server = await startWebdav('rclone');
  const folder = mkdtempSync(join(tmpdir(), 'tessera-film-'));
  const filmed = join(folder, 'film.y4m');
  const extension = allowedExtension('firefox');
  const [desktop, { browser: firefox }] = await Promise.all([
    openSyncBrowser(filmFlags(filmed)),
    launchWithExtension('firefox', { headless: true, extension }),
  ]);
  try {
    const laptop = scriptHands(await firefoxPage(firefox, '/manage.html'));

    // The desktop connects.
    const sync = await createVault(desktop);
    const bank = await addAccount(desktop, 'Bank');
    await sync.bringToFront();
    await sync.getByLabel('Folder address').fill(`${server.address}Tessera`);
    await sync.getByLabel('User name').fill(person.user);
    await sync.getByLabel('App password').fill(person.password);
    await sync.getByLabel('Name of this device').fill('Desktop');
    await sync.getByRole('button', { name: 'Connect' }).click();
    await sync.getByRole('button', { name: "I've saved the key for sync" }).click();

    // The laptop pairs during its first run, by the code's text.
    await sync.getByRole('button', { name: 'Pair a device' }).click();
    await desktop.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sync.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
    const code = await sync.evaluate(() => navigator.clipboard.readText());
    await laptop.click('I have Tessera on another device');
    await laptop.fill('Pairing code', code);
    await laptop.fill('Name of this device', 'Laptop');
    await laptop.enter('Next');
    await expect(sync.locator(digitsOf)).toHaveText(await laptop.textOf(digitsOf));
    await sync.getByRole('button', { name: 'They are the same' }).click();
    await laptop.fill('Passphrase', passphrase);
    await laptop.fill('Confirm passphrase', passphrase);
    await laptop.click('Get my accounts');
    await laptop.see('In step with 1 device');
    await expect(sync.getByText('The device is paired.')).toBeVisible();
    await sync.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

    // Each adds an account, which the other gets.
    await addAccount(desktop, 'Mail');
    await laptop.goTo('#/add');
    await laptop.fill('Site or company', 'Shop');
    await laptop.fill('Secret key', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    await laptop.click('Save account');
    await laptop.see('Add backup codes');
    await syncNow(sync);
    await syncLaptop(laptop);
    await syncNow(sync);
    await laptop.goTo('#/accounts');
    await laptop.see('Mail');
    const account = await desktop.open('manage.html#/accounts');
    await expect(account.getByText('Shop').first()).toBeVisible();

    // Both save backup codes for one account before they know of each other, and the desktop's owner chooses.
    await laptop.goTo('#/sync');
    await laptop.click('Pause');
    await laptop.see('Sync is paused.');
    await account.goto(account.url().replace(/#.*/, bank));
    await pasteCodes(account, '1111-aaaa\n2222-bbbb');
    await laptop.goTo(bank);
    await laptop.click('Add backup codes');
    await laptop.fill('Paste the codes', '3333-cccc\n4444-dddd');
    await laptop.click('Save 2 codes');
    await laptop.see('3333-cccc');
    await syncNow(sync);
    await laptop.goTo('#/sync');
    await laptop.click('Resume');
    await syncLaptop(laptop);
    await laptop.see('Changed on two devices');
    await laptop.goTo('#/security');
    await laptop.see('Bank (other version, from Desktop)');
    await syncNow(sync);
    const conflict = sync.getByRole('listitem').filter({ hasText: 'From Desktop' });
    await conflict.getByRole('button', { name: 'Use this one' }).last().click();
    await expect(sync.getByText('Changed on two devices')).toBeHidden();
    await syncNow(sync);
    await syncLaptop(laptop);
    await laptop.unsee('Changed on two devices');
    await laptop.goTo(bank);
    await laptop.see('1111-aaaa');

    // The laptop removes the desktop, which keeps its accounts and says why it no longer syncs.
    await laptop.goTo('#/sync');
    await laptop.click('Remove Desktop');
    await laptop.click('Remove');
    await laptop.click("I've saved the key for sync");
    await laptop.see('No other device is paired yet');
    await syncNow(sync);
    await expect(sync.getByRole('alert')).toContainText('another synced vault');

    // The desktop joins again. Its camera sees the laptop's screen.
    await laptop.click('Pair a device');
    await laptop.page.bringToFront();
    const picture = await laptop.page.locator('svg[role=img]').waitHandle();
    writeFileSync(filmed, film(Buffer.from(await picture.screenshot())));
    await sync.getByRole('button', { name: 'Join from another device' }).click();
    await sync.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(sync.getByLabel('Pairing code')).toHaveValue(/^tessera-join:/);
    await sync.getByLabel('Name of this device').fill('Desktop again');
    await sync.getByRole('button', { name: 'Next' }).click();
    await expect(sync.locator(digitsOf)).toHaveText(await laptop.textOf(digitsOf));
    await laptop.click('They are the same');
    await expect(sync.getByText('In step with 1 device')).toBeVisible();
    await laptop.see('Desktop again');
    await expect(account.getByText('1111-aaaa')).toBeVisible();
  } finally {
    await Promise.all([desktop.close(), firefox.close(), server.stop()]);
    for (const made of [folder, extension]) rmSync(made, { recursive: true, force: true });
  }
});
