import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';
import { packZip, redSquare } from '../support/packFile';
import { passphrase } from './authenticator';
import { firefoxPage } from './firefoxPage';
import { hands } from './hands';

/** Chooses a file in the last file field of the page. */
const choose = (page: Page, bytes: Uint8Array, name: string) =>
  page.evaluate(
    (content, file) => {
      const input = [...document.querySelectorAll<HTMLInputElement>('input[type="file"]')].at(-1);
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], file));
      if (!input) throw new Error('no file field');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [...bytes],
    name,
  );

/** Returns the width and the color of the first picture on the page, or null. */
const picture = (page: Page) =>
  page.evaluate(() => {
    const image = document.querySelector('img');
    if (!image?.complete || image.naturalWidth === 0) return null;
    const context = new OffscreenCanvas(96, 96).getContext('2d');
    context?.drawImage(image, 0, 0);
    const [red = 0, green = 0] = context?.getImageData(48, 48, 1, 1).data ?? [];
    return [image.naturalWidth, red > 200, green < 50];
  });

test('in Firefox, an image without a size and an icon pack give an account a picture', async () => {
  test.slow();
  const display = await openDisplay();
  const { browser } = await launchWithExtension('firefox', { env: display.env });
  const page = await firefoxPage(browser, '/manage.html');
  const add = hands(page);
  await page.evaluate("location.hash = '#/add'");
  await add.fill('Passphrase', passphrase);
  await add.fill('Confirm passphrase', passphrase);
  await add.click('Create vault');
  await add.fill('Site or company', 'Harbour Bank');
  await add.fill('Secret key', 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG');
  await add.click('Save account');
  await expect.poll(() => page.evaluate('location.hash')).toMatch(/^#\/account\//);
  await expect.poll(() => page.$('input[accept*="svg"]')).not.toBeNull();
  await choose(page, new TextEncoder().encode(redSquare), 'icon.svg');
  await expect.poll(() => picture(page)).toEqual([96, true, true]);
  await add.click('Remove image');
  await expect.poll(() => picture(page)).toBeNull();

  await page.evaluate("location.hash = '#/preferences'");
  await expect.poll(() => page.$('input[accept*="zip"]')).not.toBeNull();
  const rows = [{ filename: 'icons/harbour.svg', issuer: ['harbour bank'] }];
  await choose(page, await packZip(rows, { 'icons/harbour.svg': redSquare }), 'icons.zip');
  await expect
    .poll(() => page.evaluate(() => document.body.innerText))
    .toContain('1 account has a new icon.');
  await page.evaluate("location.hash = '#/accounts'");
  await expect.poll(() => picture(page)).toEqual([96, true, true]);
  await browser.close();
  await display.close();
});
