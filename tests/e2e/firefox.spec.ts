import { expect, test as base } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { passphrase } from './authenticator';
import { firefoxPage } from './firefoxPage';
import { hands } from './hands';
import { oathtool } from './oathtool';
import { launchWithExtension } from '../support/launch.mjs';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

const test = base.extend<{ firefox: Browser }>({
  // Playwright wants a destructuring pattern even where nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  firefox: async ({}, use) => {
    const { browser } = await launchWithExtension('firefox', { headless: true });
    await use(browser);
    await browser.close();
  },
});

test('Firefox takes the extension, which opens its companion page and from there the others', async ({
  firefox,
}) => {
  const companion = await firefoxPage(firefox, '/options.html');
  for (const name of ['/popup.html', '/manage.html']) {
    await companion.evaluate(`browser.tabs.create({ url: ${JSON.stringify(name)} })`);
    const page = await firefoxPage(firefox, name);
    await page.waitForSelector('main');
  }
});

test('in Firefox a vault is made, an account is typed, and its code is the same as anywhere', async ({
  firefox,
}) => {
  const companion = await firefoxPage(firefox, '/options.html');
  await companion.evaluate(`browser.tabs.create({ url: '/manage.html#/add' })`);
  const manage = hands(await firefoxPage(firefox, '/manage.html'));
  await manage.fill('Passphrase', passphrase);
  await manage.fill('The same passphrase again', passphrase);
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
