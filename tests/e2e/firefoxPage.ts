import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';

/**
 * Returns the extension's page with this path if it is open, or null. Asks each open page for its address,
 * because the driver's list of addresses omits extension pages.
 */
export async function findFirefoxPage(browser: Browser, name: string): Promise<Page | null> {
  for (const page of await browser.pages())
    if ((await page.evaluate('location.pathname').catch(() => '')) === name) return page;
  return null;
}

/** Returns the extension's page with this path once it is open. */
export async function firefoxPage(browser: Browser, name: string): Promise<Page> {
  const find = () => findFirefoxPage(browser, name);
  await expect.poll(find).not.toBeNull();
  const page = await find();
  if (!page) throw new Error(`${name} closed again`);
  return page;
}

/**
 * Opens the demo service in the tab of the welcome page, because drivers can't navigate a new tab to an extension
 * page.
 */
export async function firefoxCompanion(browser: Browser): Promise<Page> {
  const welcome = await firefoxPage(browser, '/manage.html');
  await welcome.waitForSelector('a[href="/options.html"]');
  await welcome.evaluate(`location.href = '/options.html'`);
  return firefoxPage(browser, '/options.html');
}
