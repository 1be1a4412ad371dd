import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';

/** The open page of the extension with this name. The driver's own list of addresses leaves such pages out. */
export async function firefoxPage(browser: Browser, name: string): Promise<Page> {
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
