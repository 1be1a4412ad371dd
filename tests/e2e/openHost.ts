import type { Browser, Page } from 'puppeteer-core';

/**
 * Opens a page as if any web host had served it. The response is intercepted, so that no request leaves this
 * machine. The host's clock is `ahead` milliseconds ahead of this machine's clock.
 */
export async function openHost(browser: Browser, body: string, ahead = 0): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void request.respond({
      headers: { date: new Date(Date.now() + ahead).toUTCString() },
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A site</title>${body}</html>`,
    });
  });
  await page.bringToFront();
  return page;
}
