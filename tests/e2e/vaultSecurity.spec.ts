import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

const account = { site: 'Harbour Bank', name: 'ada@example.com', key: 'JBSW Y3DP EHPK 3PXP J6NH' };
const recoveryKey = /([A-Z2-7]{4}-){7}[A-Z2-7]{4}/;

async function vaultWithAccount(page: Page, at: (name: string) => string) {
  const manage = authenticator(page);
  await page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey(account);
  await expect(page).toHaveURL(/#\/account\//);
  await page.goto(at('manage.html#/security'));
  await expect(page.getByRole('heading', { name: 'Ways to unlock' })).toBeVisible();
  return manage;
}

const dialog = (page: Page) => page.getByRole('dialog');

/**
 * Deletes the key from session storage, as closing the browser does, so that the pages ask for the passphrase
 * again.
 */
async function restart(page: Page): Promise<void> {
  await page.evaluate('chrome.storage.session.clear()');
  await page.reload();
}

test('the recovery key unlocks the vault and lets the user set a new passphrase', async ({
  context,
  at,
}) => {
  const manage = await vaultWithAccount(await context.newPage(), at);
  const { page } = manage;
  await page.getByRole('button', { name: 'Create a recovery key' }).click();
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Create key' }).click();
  const key = (await page.getByText(recoveryKey).innerText()).trim();
  await expectAccessible(page);
  await page.getByLabel('Enter its last four characters').fill(key.slice(-4));
  await page.getByRole('button', { name: "I've saved it" }).click();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();

  await page.getByRole('button', { name: 'Forgot your passphrase?' }).click();
  await page.getByLabel('Recovery key', { exact: true }).fill(key);
  await page.getByLabel('New passphrase', { exact: true }).fill('eight tiles of slate');
  await page.getByLabel('Confirm new passphrase').fill('eight tiles of slate');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Unlock and set passphrase' }).click();
  await expect(page.getByRole('heading', { name: 'Ways to unlock' })).toBeVisible();
  await restart(page);
  await manage.unlock('eight tiles of slate');
  await expect(page.getByRole('heading', { name: 'Ways to unlock' })).toBeVisible();
  await page.goto(at('popup.html'));
  await expect(manage.code(account.site)).toBeVisible();
});

test('a passkey unlocks the vault without the passphrase', async ({ context, at }) => {
  const manage = await vaultWithAccount(await context.newPage(), at);
  const { page } = manage;
  const debug = await context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await dialog(page).getByLabel('Name, such as "Laptop"').fill('Laptop');
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Laptop', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock with a passkey' }).click();
  await expect(page.getByText('Laptop', { exact: true })).toBeVisible();
});

test('downloads an encrypted backup, and shows what restoring it would change', async ({
  context,
  at,
}) => {
  const { page } = await vaultWithAccount(await context.newPage(), at);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^tessera-.*\.tessera$/);
  const file = await download.path();
  expect(readFileSync(file, 'latin1')).not.toMatch(/Harbour|ada@example|JBSWY3DP/);

  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await page.getByLabel('Backup file').setInputFiles(file);
  await page.getByLabel('Passphrase or recovery key').fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('1 account · 1 unchanged')).toBeVisible();
  await expectAccessible(page);
});

const damages: Readonly<Record<string, { does: string; says: RegExp }>> = {
  'IndexedDB is gone': {
    does: `new Promise((done) => (indexedDB.deleteDatabase('tessera-vault').onsuccess = done))`,
    says: /One copy of your vault was missing/,
  },
  'the mirror is gone': {
    does: `chrome.storage.local.get(null).then((all) => chrome.storage.local.remove(
      Object.keys(all).filter((name) => /^vault\\.(head|record)/.test(name))))`,
    says: /One copy of your vault was missing/,
  },
  'a bit flipped in IndexedDB': {
    does: `new Promise((done) => (indexedDB.open('tessera-vault').onsuccess = ({ target }) => {
      const store = target.result.transaction('records', 'readwrite').objectStore('records');
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        const bytes = cursor.value;
        bytes[99] ^= 4;
        cursor.update(bytes).onsuccess = () => { target.result.close(); done(); };
      };
    }))`,
    says: /A record was damaged. Repaired from the other copy/,
  },
  'a record deleted from IndexedDB': {
    does: `new Promise((done) => (indexedDB.open('tessera-vault').onsuccess = ({ target }) => {
      const store = target.result.transaction('records', 'readwrite').objectStore('records');
      store.clear().onsuccess = () => { target.result.close(); done(); };
    }))`,
    says: /A record was missing/,
  },
};

for (const [name, { does, says }] of Object.entries(damages))
  test(`${name}: no account is lost, and the health check reports the repair`, async ({
    context,
    at,
  }) => {
    const manage = await vaultWithAccount(await context.newPage(), at);
    const { page } = manage;
    await page.evaluate(does);
    await restart(page);
    await manage.unlock();
    await page.goto(at('manage.html#/accounts'));
    await expect(page.getByText(account.site).first()).toBeVisible();
    await page.goto(at('manage.html#/security'));
    await expect(page.getByText(says)).toBeVisible();
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByText(says)).toBeHidden();
    await expect(page.getByText(/1 record · no problems · both copies up to date/)).toBeVisible();
  });

test('if both copies are damaged, offers a rescue file and never creates a new vault', async ({
  context,
  at,
}) => {
  const { page } = await vaultWithAccount(await context.newPage(), at);
  await page.evaluate(
    `new Promise((done) => (indexedDB.open('tessera-vault').onsuccess = ({ target }) => {
      const store = target.result.transaction('meta', 'readwrite').objectStore('meta');
      store.put('rubbish', 'head').onsuccess = () => { target.result.close(); done(); };
    })).then(() => chrome.storage.local.set({ 'vault.head': 'rubbish' }))`,
  );
  await restart(page);
  await expect(page.getByRole('button', { name: 'Create vault' })).toBeHidden();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save rescue file' }).click();
  const rescue = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as {
    primary: { records: object };
  };
  expect(Object.keys(rescue.primary.records)).toHaveLength(1);
});
