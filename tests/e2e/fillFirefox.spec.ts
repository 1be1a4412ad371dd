import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';
import { key } from './addAccounts';
import { passphrase } from './authenticator';
import { firefoxCompanion, firefoxPage } from './firefoxPage';
import { hands } from './hands';
import { recentCodes } from './oathtool';
import { openSite } from './openSite';
import { waitUntil } from './waitUntil';

const form = `<form><label>Verification code <input id="code" name="otp"></label></form>`;

const valueOf = (page: Page) => page.$eval('#code', (input) => (input as HTMLInputElement).value);

const step = () => Math.floor(Date.now() / 30_000);

/** Clicks a button by script, because this test doesn't need a user gesture for it. */
const save = (page: Page, name: string) =>
  page.evaluate(
    (words) =>
      [...document.querySelectorAll('button')]
        .find(({ innerText }) => innerText === words)
        ?.click(),
    name,
  );

/** Waits for the next code, because a code is filled in only once. */
async function nextCode(): Promise<void> {
  const before = step();
  await expect.poll(step, { timeout: 60_000 }).toBeGreaterThan(before);
}

test("Firefox fills in a code by shortcut, by the field's context menu, and from its toolbar button", async () => {
  test.slow();
  const display = await openDisplay();
  const site = await openSite({ '/': form });
  const { browser } = await launchWithExtension('firefox', { env: display.env });
  try {
    const companion = await firefoxCompanion(browser);
    await companion.evaluate("location.href = '/manage.html#/add'");
    const manage = hands(await firefoxPage(browser, '/manage.html'));
    await manage.fill('Passphrase', passphrase);
    await manage.fill('Confirm passphrase', passphrase);
    await manage.click('Create vault');
    await manage.fill('Site or company', 'Local');
    await manage.fill('Account name', 'ada@example.com');
    await manage.fill('Secret key', key);
    await save(manage.page, 'Save account');
    await waitUntil(manage.page, () => location.hash.startsWith('#/account/'));
    await manage.fill('Site', '127.0.0.1');
    await save(manage.page, 'Add site');
    await waitUntil(
      manage.page,
      () => document.querySelector('[aria-label="Remove 127.0.0.1"]') !== null,
    );

    const page = await browser.newPage();
    const filled = async () => {
      await expect.poll(() => valueOf(page)).toMatch(/^\d{6}$/);
      expect(recentCodes(key)).toContain(await valueOf(page));
    };
    await page.goto(site.origin);
    await page.bringToFront();
    await display.press('alt+0');
    await filled();

    await nextCode();
    await page.goto(site.origin);
    const before = await display.countWindows();
    await page.click('#code');
    // The driver's right click opens no menu in every version of Firefox.
    await display.press('shift+F10');
    await expect.poll(display.countWindows).toBeGreaterThan(before);
    // No other item of the context menu begins with this letter.
    await display.press('f');
    await filled();

    await nextCode();
    await page.goto(site.origin);
    // Moves from the address bar to the extensions button, and opens the only extension in its menu.
    const open = ['ctrl+l', 'Tab', 'Tab', 'Right', 'Return', 'Return'];
    // Moves into the popup, to the first account, and presses its fill button.
    const fill = ['Tab', 'Down', 'Tab', 'Return'];
    for (const each of [...open, ...fill]) {
      await display.press(each);
      await setTimeout(1500);
    }
    await filled();
  } finally {
    await browser.close();
    await display.close();
    site.close();
  }
});
