import { expect, test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { launchWithExtension } from '../support/launch.mjs';

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
      if (String(await page.evaluate('location.pathname')) === name) return page;
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
    expect(await page.$('main')).not.toBeNull();
  }
});
