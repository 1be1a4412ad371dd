import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { authenticator } from './authenticator';
import { companion } from './companion';
import { expect, idOf, openBrowser, openFresh, test } from './fixtures';
import { oathtool } from './oathtool';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

const pageOf = async (context: BrowserContext, name: string) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOf(context)}/${name}`);
  return page;
};

test('after a browser restart, the vault is locked and keeps its accounts, and the demo service is unchanged', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'tessera-profile-'));
  const before = await openFresh({ headless: true, profile });
  const manage = authenticator(await pageOf(before, 'manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: 'Harbour Bank', name: 'ada@example.com', key });
  await expect(manage.page).toHaveURL(/#\/account\//);
  const site = companion(await pageOf(before, 'options.html'));
  await site.signIn();
  await site.openSecurity();
  const secretKey = await site.startSetUp();
  await site.finishSetUp(oathtool(secretKey));
  await site.expectStatus('Enabled');
  await before.close();

  const after = await openBrowser({ headless: true, profile });
  const popup = authenticator(await pageOf(after, 'popup.html'));
  await expect(popup.page.getByRole('heading', { name: 'Your vault is locked' })).toBeVisible();
  expect(await popup.page.evaluate('chrome.storage.session.get(null)')).toEqual({});
  await popup.unlock();
  await expect.poll(async () => (await popup.digits('Harbour Bank')) === oathtool(key)).toBe(true);
  const again = companion(await pageOf(after, 'options.html'));
  await again.openSecurity();
  await again.expectStatus('Enabled');
  await again.signOut();
  await again.signIn();
  await expect(again.page.getByText('Enter the 6-digit code')).toBeVisible();
  await after.close();
  // The browser's processes may still be writing.
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

test('a stopped background script affects neither the unlocked vault nor the demo service', async ({
  context,
  at,
}) => {
  const site = companion(await pageOf(context, 'options.html'));
  await site.signIn();
  await site.expectSignedIn();
  const popup = authenticator(await pageOf(context, 'popup.html'));
  await popup.createVault();
  await expect(popup.page.getByText('Add your first account')).toBeVisible();

  const browser = await context.newCDPSession(site.page);
  await browser.send('ServiceWorker.enable');
  await browser.send('ServiceWorker.stopAllWorkers');

  await site.openSecurity();
  await site.startSetUp();
  await popup.page.goto(at('popup.html'));
  await expect(popup.page.getByText('Add your first account')).toBeVisible();
});
