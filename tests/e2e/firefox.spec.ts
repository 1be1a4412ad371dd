import { expect, test as base } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { passphrase } from './authenticator';
import { firefoxCompanion, firefoxPage } from './firefoxPage';
import { hands } from './hands';
import { oathtool } from './oathtool';
import { launchWithExtension } from '../support/launch.mjs';
import { bytesOf, fixtures, password } from '../unit/transfer/fixtures';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

const test = base.extend<{ firefox: Browser }>({
  // Playwright requires a destructuring pattern even if nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  firefox: async ({}, use) => {
    const { browser } = await launchWithExtension('firefox', { headless: true });
    await use(browser);
    await browser.close();
  },
});

test('in Firefox, the welcome page opens at installation, and the other pages can be opened', async ({
  firefox,
}) => {
  const companion = await firefoxCompanion(firefox);
  for (const name of ['/popup.html', '/manage.html']) {
    await companion.evaluate(`browser.tabs.create({ url: ${JSON.stringify(name)} })`);
    const page = await firefoxPage(firefox, name);
    await page.waitForSelector('main');
  }
});

test('in Firefox, creates a vault, adds an account by key, and shows the right code', async ({
  firefox,
}) => {
  const companion = await firefoxCompanion(firefox);
  await companion.evaluate(`browser.tabs.create({ url: '/manage.html#/add' })`);
  const manage = hands(await firefoxPage(firefox, '/manage.html'));
  await manage.fill('Passphrase', passphrase);
  await manage.fill('Confirm passphrase', passphrase);
  await manage.click('Create vault');
  await manage.fill('Site or company', 'Harbour Bank');
  await manage.fill('Secret key', key);
  await manage.click('Save account');

  await companion.evaluate(`browser.tabs.create({ url: '/popup.html' })`);
  const popup = hands(await firefoxPage(firefox, '/popup.html'));
  await popup.see('Harbour Bank');
  await expect.poll(async () => (await popup.code()) === oathtool(key)).toBe(true);
  await popup.click('Lock');
  await popup.see('Your vault is locked');
  await popup.fill('Passphrase', passphrase);
  await popup.click('Unlock');
  await popup.see('Harbour Bank');
});

test('in Firefox without WebAssembly, creates a vault and explains the wait', async () => {
  const { browser } = await launchWithExtension('firefox', {
    headless: true,
    // Extensions run as trusted code, for which Firefox has a separate preference.
    extraPrefsFirefox: {
      'javascript.options.wasm': false,
      'javascript.options.wasm_trustedprincipals': false,
    },
  });
  const companion = await firefoxCompanion(browser);
  await companion.evaluate(`browser.tabs.create({ url: '/manage.html#/add' })`);
  const manage = hands(await firefoxPage(browser, '/manage.html'));
  expect(await manage.page.evaluate('typeof WebAssembly')).toBe('undefined');
  await manage.fill('Passphrase', passphrase);
  await manage.fill('Confirm passphrase', passphrase);
  await manage.click('Create vault');
  await manage.see('because WebAssembly is off or slow');
  await manage.see('Site or company');
  await browser.close();
});

test('in Firefox, reads a database, an encrypted file and an image of a QR code in a worker', async ({
  firefox,
}) => {
  const companion = await firefoxCompanion(firefox);
  await companion.evaluate(`browser.tabs.create({ url: '/manage.html#/import' })`);
  const page = await firefoxPage(firefox, '/manage.html');
  const manage = hands(page);
  await manage.fill('Passphrase', passphrase);
  await manage.fill('Confirm passphrase', passphrase);
  await manage.click('Create vault');
  await manage.see('Choose files');
  const wanted = fixtures.filter(
    ({ format, variant }) =>
      (format === 'aegis' && variant.startsWith('encrypted')) ||
      variant === 'KDBX 4, Argon2id' ||
      (format === 'qrPicture' && variant === 'an account'),
  );
  const files = await Promise.all(
    wanted.map(async (fixture) => ({ name: fixture.name, bytes: [...(await bytesOf(fixture))] })),
  );
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
    const picker = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!picker) throw new Error('There is nothing to choose files with');
    picker.files = data.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
  }, files);
  const locked = wanted.filter((fixture) => fixture.password !== undefined);
  for (const { name } of locked) {
    await manage.see(`"${name}" is encrypted.`);
    await manage.fill('File password', password);
    await manage.click('Open');
  }
  const count = wanted.reduce((sum, { accounts }) => sum + accounts.length, 0);
  await manage.see(`${count} accounts found`);
});
