import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { person, startWebdav } from '../support/webdavServers.mjs';
import {
  addAccount,
  createVault,
  openSyncBrowser,
  passphrase,
  secret,
  type SyncBrowser,
  syncNow,
} from './syncBrowser';

const otherSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const expectAccounts = async (browser: SyncBrowser, issuers: readonly string[]) => {
  const page = await browser.open('manage.html#/accounts');
  for (const issuer of issuers) await expect(page.getByText(issuer).first()).toBeVisible();
  await page.close();
};

/** Returns everything that the server has logged or stored. */
function serverKnows(folder: string): string {
  const files = readdirSync(join(folder, 'files', 'Tessera'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const contents = files.map((name) =>
    readFileSync(join(folder, 'files', 'Tessera', name), 'latin1'),
  );
  const logs = ['access.log', 'error.log'].map((name) =>
    readFileSync(join(folder, name), 'latin1'),
  );
  return [...files, ...contents, ...logs].join('\n');
}

test('two browsers connect, pair and sync edits over Apache, until one of them is removed', async () => {
  test.setTimeout(240_000);
  const server = await startWebdav('apache');
  const [desktop, laptop] = await Promise.all([openSyncBrowser(), openSyncBrowser()]);
  const first = await createVault(desktop);
  await addAccount(desktop, 'Canary Bank');

  // The first browser connects.
  await first.bringToFront();
  await first.getByLabel('Folder address').fill(`${server.address}Tessera`);
  await first.getByLabel('User name').fill(person.user);
  await first.getByLabel('App password').fill('wrong');
  await first.getByRole('button', { name: 'Test' }).click();
  await expect(first.getByRole('alert')).toContainText('rejected the user name or the password');
  await first.getByLabel('App password').fill(person.password);
  await first.getByRole('button', { name: 'Test' }).click();
  await expect(first.getByText('The folder works.')).toBeVisible();
  await first.getByLabel('Name of this device').fill('Desktop');
  await first.getByRole('button', { name: 'Connect' }).click();
  await expect(first.getByText('Write it down')).toBeVisible();
  await first.getByRole('button', { name: "I've saved the key for sync" }).click();
  await expect(first.getByText('No other device is paired yet')).toBeVisible();

  // The second browser is paired during its first run.
  await first.getByRole('button', { name: 'Pair a device' }).click();
  await first.getByRole('img', { name: 'Pairing code' }).waitFor();
  await desktop.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await first.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  const code = await first.evaluate(() => navigator.clipboard.readText());
  const second = await laptop.open('manage.html#/welcome');
  await second.getByRole('link', { name: 'I have Tessera on another device' }).click();
  await second.getByLabel('Pairing code').fill(code);
  await second.getByLabel('Name of this device').fill('Laptop');
  await second.getByRole('button', { name: 'Next' }).click();
  const digits = first.locator('[data-digits]');
  await expect(digits).toHaveText(/^\d{6}$/);
  await expect(second.locator('[data-digits]')).toHaveText(await digits.innerText());
  await expect(first.getByText('Does “Laptop” show the same six digits?')).toBeVisible();
  await first.getByRole('button', { name: 'They are the same' }).click();
  await second.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await second.getByLabel('Confirm passphrase').fill(passphrase);
  await second.getByRole('button', { name: 'Get my accounts' }).click();
  await expect(second.getByText('In step with 1 device')).toBeVisible();
  await expect(first.getByText('The device is paired.')).toBeVisible();
  await first.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await expectAccounts(laptop, ['Canary Bank']);

  // Both browsers edit accounts.
  await addAccount(desktop, 'Canary Mail');
  await addAccount(laptop, 'Canary Shop');
  for (const page of [first, second, first]) await syncNow(page);
  for (const browser of [desktop, laptop])
    await expectAccounts(browser, ['Canary Bank', 'Canary Mail', 'Canary Shop']);

  // The server learns nothing about the accounts, and the extension contacted no other server.
  const known = serverKnows(server.folder);
  for (const canary of ['Canary', 'canary', secret, otherSecret, 'Laptop', 'Desktop'])
    expect(known).not.toContain(canary);
  for (const { requests } of [desktop, laptop])
    expect(requests().filter((url) => !url.startsWith(server.address))).toEqual([]);

  // The first browser removes the second browser.
  await first.bringToFront();
  await first.getByRole('button', { name: 'Remove Laptop' }).click();
  await first.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await first.getByRole('button', { name: "I've saved the key for sync" }).click();
  await expect(first.getByText('No other device is paired yet')).toBeVisible();
  await second.bringToFront();
  await syncNow(second);
  await expect(second.getByRole('alert')).toContainText('another synced vault');
  await expectAccounts(laptop, ['Canary Bank']);
  await Promise.all([desktop.close(), laptop.close(), server.stop()]);
});

test("a page can't connect to the sync server", async () => {
  const server = await startWebdav('apache');
  const browser = await openSyncBrowser();
  const page = await browser.open('manage.html#/welcome');
  const reached = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => true,
        () => false,
      ),
    server.address,
  );
  expect(reached).toBe(false);
  await Promise.all([browser.close(), server.stop()]);
});
