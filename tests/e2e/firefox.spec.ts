import { expect, test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { passphrase } from './authenticator';
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

/** The open page of the extension with this name. The driver's own list of addresses leaves such pages out. */
async function openPage(browser: Browser, name: string): Promise<Page> {
  const find = async () => {
    for (const page of await browser.pages())
      if ((await page.evaluate('location.pathname').catch(() => '')) === name) return page;
    return null;
  };
  await expect.poll(find).not.toBeNull();
  const page = await find();
  if (!page) throw new Error(`${name} closed again`);
  return page;
}

test('Firefox takes the extension, which opens its companion page and from there the others', async ({
  firefox,
}) => {
  const companion = await openPage(firefox, '/options.html');
  for (const name of ['/popup.html', '/manage.html']) {
    await companion.evaluate(`browser.tabs.create({ url: ${JSON.stringify(name)} })`);
    const page = await openPage(firefox, name);
    await page.waitForSelector('main');
  }
});

test('in Firefox a vault is made, an account is typed, and its code is the same as anywhere', async ({
  firefox,
}) => {
  const companion = await openPage(firefox, '/options.html');
  await companion.evaluate(`browser.tabs.create({ url: '/manage.html#/add' })`);
  const manage = hands(await openPage(firefox, '/manage.html'));
  await manage.fill('Passphrase', passphrase);
  await manage.fill('The same passphrase again', passphrase);
  await manage.click('Create vault');
  await manage.fill('Site or company', 'Harbour Bank');
  await manage.fill('Secret key', key);
  await manage.click('Save account');

  await companion.evaluate(`browser.tabs.create({ url: '/popup.html' })`);
  const popup = hands(await openPage(firefox, '/popup.html'));
  await popup.see('Harbour Bank');
  await expect.poll(async () => (await popup.code()) === oathtool(key)).toBe(true);
  await popup.click('Lock');
  await popup.see('Your vault is locked');
  await popup.fill('Passphrase', passphrase);
  await popup.click('Unlock');
  await popup.see('Harbour Bank');
});
