import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { addAccounts, key } from './addAccounts';
import { test } from './desktop';
import { hands } from './hands';
import { oathtool } from './oathtool';
import { openHost } from './openHost';
import { codePages, shownCodes } from './pages/codePages';
import { refusingForms } from './pages/lateForms';

const counter = `otpauth://hotp/Counter:ada?secret=${key}&issuer=Counter&counter=7`;
const form = `<form><label>Verification code <input id="code" name="otp"></label></form>`;
/** The two possible messages about a refused code. The second appears if the page removes its field. */
const refusals = [
  "The page didn't keep the code. Nothing was counted.",
  'No field for a code was found on this page.',
];

const refused = (popup: Page) =>
  popup.waitForFunction(
    (texts) => texts.some((text) => document.body.innerText.includes(text)),
    {},
    refusals,
  );

const valueOf = (page: Page) => page.$eval('#code', (input) => (input as HTMLInputElement).value);

test('a page that rejects a code uses up neither an HOTP code nor a backup code', async ({
  desktop,
}) => {
  test.slow();
  const { browser, openPopup, popupPage, closePopup, popupGone, press } = desktop;
  await addAccounts(desktop, [{ issuer: 'Counter', secret: counter, host: 'github.com' }]);

  const list = await openHost(browser, codePages[0]?.body ?? '');
  await list.goto('https://github.com/settings');
  const grab = hands(await openPopup());
  await grab.click('More actions for Counter');
  await grab.click('Find backup codes on this page', 'menuitem');
  await grab.click('Save 8 codes');
  await grab.see('8 backup codes added');
  await closePopup();

  for (const { body } of refusingForms) {
    const page = await openHost(browser, body);
    await page.goto('https://github.com/login');
    await press('alt+0');
    await refused(await popupPage());
    await closePopup();

    const use = hands(await openPopup());
    await use.click('More actions for Counter');
    await use.click('Backup codes', 'menuitem');
    await use.click('Fill in and mark as used');
    await refused(use.page);
    await closePopup();
    await page.close();
  }

  const page = await openHost(browser, form);
  await page.goto('https://github.com/login');
  await press('alt+0');
  await expect.poll(() => valueOf(page)).toBe(oathtool(key, '--hotp', '--counter=7').trim());
  await popupGone();
  await page.goto('https://github.com/recovery');
  const use = hands(await openPopup());
  await use.click('More actions for Counter');
  await use.click('Backup codes', 'menuitem');
  await use.click('Fill in and mark as used');
  await use.see('Filled in and marked as used.');
  expect(await valueOf(page)).toBe(shownCodes[0]);
});
