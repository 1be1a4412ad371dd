import { expect } from '@playwright/test';
import type { Page, Target } from 'puppeteer-core';
import { addAccounts, key } from './addAccounts';
import { answerBrowser } from './answerBrowser';
import { test } from './desktop';
import { hands } from './hands';
import { oathtool, recentCodes } from './oathtool';
import { patience } from './patience';

const counter = `otpauth://hotp/Counter:ada?secret=${key}&issuer=Counter&counter=7`;

/** Returns the HOTP code of a counter value as it is displayed. */
const hotp = (at: number) =>
  oathtool(key, '--hotp', `--counter=${at}`).replace(/^(...)(...)$/, '$1 $2');

/** Returns the clipboard's text by pasting it. The extension's pages may paste once the user has allowed it. */
const pasted = (page: Page) =>
  page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    document.execCommand('paste');
    field.remove();
    return field.value;
  });

const hasFocus = (page: Page) => page.evaluate(() => document.hasFocus());

const mayReadClipboard = (page: Page) =>
  page
    .evaluate("chrome.permissions.contains({ permissions: ['clipboardRead'] })")
    .then((may) => may === true);

/** Waits until the clearing alarm is set, and makes it fire now. Returns its original delay in seconds. */
async function hurry(page: Page): Promise<number> {
  const alarm = () =>
    page.evaluate("chrome.alarms.get('clipboard.clear').then((one) => one?.scheduledTime ?? 0)");
  await expect.poll(alarm).toBeGreaterThan(0);
  const scheduled = Number(await alarm());
  await page.evaluate("chrome.alarms.create('clipboard.clear', { when: Date.now() })");
  return (scheduled - Date.now()) / 1000;
}

test('codes are shown in a window and in the side panel, hidden codes are revealed, an HOTP code is counted, and a copied code is cleared', async ({
  desktop,
}) => {
  const { browser, companion, openPopup, closePopup, press } = desktop;
  await addAccounts(desktop, [{ issuer: 'Harbour Bank' }, { issuer: 'Counter', secret: counter }]);
  const { page: preferences, click: change } = hands(await browser.newPage());
  await preferences.goto(new URL('/manage.html#/preferences', companion.url()).href);
  await preferences.bringToFront();
  /** Returns the page that shows the accounts outside the given popup. */
  const beside = async (popup: Page) => {
    const isOther = (one: Target) => one.url().includes('/popup.html') && one !== popup.target();
    return hands(await (await browser.waitForTarget(isOther, { timeout: patience })).asPage());
  };

  // The counter is saved before the code is shown, so closing the popup at once still counts the code.
  const popup = hands(await openPopup());
  await popup.click('Next code for Counter');
  await popup.see(hotp(7));
  await closePopup();
  const again = hands(await openPopup());
  await again.click('Next code for Counter');
  await again.see(hotp(8));

  await again.click('More');
  await again.click('Open in a window', 'menuitem');
  const own = await beside(again.page);
  await own.code();
  await own.page.close();

  await preferences.bringToFront();
  await change('Hide codes until clicked', 'switch');
  // The browser asks before it grants clipboard access, with the focus on "Deny".
  const clearing = await preferences
    .locator('aria/Clear copied codes from the clipboard[role="combobox"]')
    .waitHandle();
  await answerBrowser({
    ask: async () => {
      for (const step of ['Home', 'ArrowDown'] as const) await clearing.press(step);
    },
    press,
    keys: ['Tab', 'Return'],
    isAnswered: () => mayReadClipboard(preferences),
  });
  await expect.poll(() => clearing.evaluate((one) => (one as HTMLSelectElement).value)).toBe('30');

  const over = hands(await openPopup());
  await over.click('More');
  await over.click('Open in the side panel', 'menuitem');
  const panel = await beside(over.page);
  await panel.see('••• •••');
  const copy = () => panel.click('Copy the code for Harbour Bank ada@example.com');
  await copy();
  const [shown, held] = [await panel.code(), () => pasted(preferences)];
  expect(recentCodes(key)).toContain(shown);
  await expect.poll(async () => recentCodes(key).includes(await held())).toBe(true);
  expect(await hurry(preferences)).toBeGreaterThan(20);
  await expect.poll(held).toBe('');

  await copy();
  await expect.poll(held).toMatch(/^\d{6}$/);
  await preferences.bringToFront();
  await preferences.click('h1');
  await expect.poll(() => hasFocus(preferences)).toBe(true);
  await preferences.evaluate(() => navigator.clipboard.writeText('something else'));
  await hurry(preferences);
  await expect
    .poll(() => preferences.evaluate("chrome.storage.session.get('clipboard/pending')"))
    .toEqual({});
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await held()).toBe('something else');
});
