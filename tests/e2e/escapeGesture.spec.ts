import { expect } from '@playwright/test';
import { passphrase } from './authenticator';
import { test } from './desktop';
import { hands } from './hands';
import { waitUntil } from './waitUntil';

/** The part of the extension API that this test uses inside the popup. */
declare const chrome: { storage: { session: { get(keys: null): Promise<object> } } };

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

test('Esc leads from a new account to the list, and a popup that closes keeps the typed account', async ({
  desktop,
}) => {
  const popup = hands(await desktop.openPopup());
  await popup.fill('Passphrase', passphrase);
  await popup.fill('Confirm passphrase', passphrase);
  await popup.click('Create vault');
  await popup.click('Add an account');
  await popup.fill('Site or company', 'Harbour Bank');
  await popup.fill('Secret key', 'JBSWY3DPEHPK3PXP');
  await waitUntil(popup.page, async () =>
    Object.hasOwn(await chrome.storage.session.get(null), 'popup/typed-account'),
  );
  await desktop.press('Escape');
  await popup.see('Add your first account');
  await desktop.closePopup();

  const next = hands(await desktop.openPopup());
  await next.click('Add an account');
  await expect.poll(() => next.read('Site or company')).toBe('Harbour Bank');
  await desktop.press('Return');
  await next.see('Harbour Bank saved');
  expect(await next.code()).toMatch(/^\d{6}$/);
});
