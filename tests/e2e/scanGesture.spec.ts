import { expect } from '@playwright/test';
import type { Page, Target } from 'puppeteer-core';
import { passphrase } from './authenticator';
import { test, type Desktop } from './desktop';
import { hands } from './hands';
import { openSite } from './openSite';
import { painted } from './painted';
import { patience } from './patience';
import { qrPicture } from './qrPicture';

const enrolment = (issuer: string) =>
  `otpauth://totp/${issuer}:alice?secret=JBSWY3DPEHPK3PXP&issuer=${issuer}`;

const image = (text: string, scale = 4) =>
  `<img src="data:image/png;base64,${qrPicture(text, { scale }).toString('base64')}">`;

/** Serves a site with this body, unlocks a vault, and activates the site's page. */
async function begin(desktop: Desktop, body: string): Promise<Page> {
  const popup = hands(await desktop.openPopup());
  await popup.fill('Passphrase', passphrase);
  await popup.fill('Confirm passphrase', passphrase);
  await popup.click('Create vault');
  await popup.see('Add your first account');
  await desktop.closePopup();
  const { page } = hands(await desktop.browser.newPage());
  const site = await openSite({ '/': body });
  await page.goto(`${site.origin}/`);
  desktop.browser.once('disconnected', site.close);
  await page.bringToFront();
  await painted(page);
  return page;
}

const isAddPage = (target: Target) => target.url().includes('/manage.html#/add');

async function addPage({ browser }: Desktop, timeout = patience) {
  const target = await browser.waitForTarget(isAddPage, { timeout });
  return hands(await target.asPage());
}

test('"Scan this page" finds every QR code and otpauth link of the page with one click', async ({
  desktop,
}) => {
  const link = `<p><a href="${enrolment('Linked')}">Set up on this device</a></p>`;
  await begin(desktop, image(enrolment('First')) + image(enrolment('Second')) + link);
  const popup = hands(await desktop.openPopup());
  await popup.click('Scan this page');
  await popup.see('3 accounts found');
  await popup.click('Save 3 accounts');
  await popup.see('3 accounts saved');
  for (const name of ['First', 'Second', 'Linked']) await popup.see(name);
});

test("Esc cancels the selection of an area, and the page's scripts see neither image nor result", async ({
  desktop,
}) => {
  // The account of a page with a single code would be saved by itself before an area is selected.
  const page = await begin(desktop, image(enrolment('Drawn'), 3) + image(enrolment('Other')));
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element)
            seen.push(`${node.outerHTML} ${node.shadowRoot ? 'open' : 'closed'}`);
    }).observe(document, { childList: true, subtree: true });
  });
  const draw = async () => {
    const popup = hands(await desktop.openPopup());
    await popup.click('Scan this page');
    await popup.click('Select an area');
    await page.waitForSelector('div[popover]');
  };
  await draw();
  await page.keyboard.press('Escape');
  await page.waitForSelector('div[popover]', { hidden: true });

  await draw();
  const box = await (await page.waitForSelector('img'))?.boundingBox();
  if (!box) throw new Error('the picture is not on the page');
  await page.mouse.move(box.x + 2, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 2, { steps: 4 });
  await page.mouse.up();
  const add = await addPage(desktop);
  await add.see('1 account found');
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toEqual(Array(2).fill('<div popover="manual"></div> closed'));
  expect(await page.evaluate(() => document.body.innerHTML)).not.toContain('Tessera');
});

test("explains that the browser's own pages can't be scanned", async ({ desktop }) => {
  const page = await begin(desktop, 'A site');
  await page.goto('chrome://version');
  const popup = hands(await desktop.openPopup());
  await popup.click('Scan this page');
  await popup.click('Select an area');
  await popup.see("The browser doesn't let extensions read this page.");
});

/** Chooses the extension's item in the context menu of an image, and returns the page that opens. */
async function scanFromMenu(desktop: Desktop, page: Page, selector: string) {
  await page.bringToFront();
  const element = await page.waitForSelector(selector);
  const openMenu = async () => element?.click({ button: 'right' });
  const opened = async () => void (await addPage(desktop, patience / 3));
  await desktop.chooseFromEnd(openMenu, 2, opened);
  const add = await addPage(desktop);
  await add.see('1 account found');
  return add.page;
}

const issuerOn = (page: Page) =>
  page
    .waitForSelector('aria/Site or company')
    .then((field) => field?.evaluate((input) => (input as HTMLInputElement).value));

test("reads the QR code of an image from its context menu, and of another site's image from the screenshot", async ({
  desktop,
}) => {
  const other = await openSite({ '/code.png': qrPicture(enrolment('Foreign'), { scale: 3 }) });
  desktop.browser.once('disconnected', other.close);
  const foreign = `<img id="foreign" src="${other.origin}/code.png">`;
  const page = await begin(desktop, `${image(enrolment('Clicked'), 3)} ${foreign}`);
  // The page can't read the pixels of another site's image, so the extension can't either.
  await page.waitForFunction(() => {
    const seen = document.querySelector<HTMLImageElement>('#foreign');
    if (!seen?.complete || seen.naturalWidth === 0) return false;
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.drawImage(seen, 0, 0);
    try {
      canvas.toDataURL();
      return false;
    } catch {
      return true;
    }
  });
  const own = await scanFromMenu(desktop, page, 'img');
  expect(await issuerOn(own)).toBe('Clicked');
  await own.close();
  const fromScreen = await scanFromMenu(desktop, page, '#foreign');
  expect(await issuerOn(fromScreen)).toBe('Foreign');
});
