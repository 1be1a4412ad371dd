import type { Browser, Page } from 'puppeteer-core';

/**
 * Opens a page as if it came from any host of the web: the response is intercepted before a request leaves. The
 * clock of that host is `ahead` milliseconds ahead of this machine's.
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
