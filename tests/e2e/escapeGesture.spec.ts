import { expect } from '@playwright/test';
import { passphrase } from './authenticator';
import { test } from './desktop';
import { hands } from './hands';

test('Esc closes a menu and a dialog before it closes the popup', async ({ desktop }) => {
  const popup = hands(await desktop.openPopup());
  const { page } = popup;
  await popup.fill('Passphrase', passphrase);
  await popup.fill('Confirm passphrase', passphrase);
  await popup.click('Create vault');
  await popup.click('More');
  await popup.see('Check the clock');
  await desktop.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.querySelector(':popover-open') === null))
    .toBe(true);

  await popup.click('More');
  await popup.click('Check the clock', 'menuitem');
  await page.waitForSelector('dialog[open]');
  await desktop.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('dialog') === null))
    .toBe(true);

  // The popup is still open, and the next Esc closes it.
  await popup.see('Tessera');
  await desktop.press('Escape');
  await desktop.popupGone();
});
