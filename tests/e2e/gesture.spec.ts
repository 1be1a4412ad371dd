import { expect } from '@playwright/test';
import { passphrase } from './authenticator';
import { test, type Desktop } from './desktop';
import { hands } from './hands';
import { oathtool } from './oathtool';
import { painted } from './painted';
import { qrPage } from './qrPage';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';
const account = `otpauth://totp/Harbour%20Bank:ada@example.com?secret=${key}&issuer=Harbour%20Bank`;

/** Activates a page and opens the popup over it. */
async function popupOver(desktop: Desktop, address: string) {
  const page = await desktop.browser.newPage();
  await page.goto(address);
  await painted(page);
  return hands(await desktop.openPopup());
}

const createVault = async ({ fill, click }: ReturnType<typeof hands>) => {
  await fill('Passphrase', passphrase);
  await fill('Confirm passphrase', passphrase);
  await click('Create vault');
};

test('scans a 2FA QR code, verifies it, signs out, and signs in with a code', async ({
  desktop,
}) => {
  const site = hands(desktop.companion);
  await site.page.bringToFront();
  await site.click('Fill in the sign-in for Ben Lindqvist');
  await site.click('Sign in');
  await site.click('Account menu for Ben Lindqvist');
  await site.click('User preferences', 'menuitem');
  await site.click('Security', 'tab');
  await site.click('Enable 2FA');
  await site.page.locator('dialog[open] ::-p-aria([name="Enable 2FA"][role="button"])').click();
  await site.see('Secret Key');
  await site.page.locator('dialog[open] [role="img"]').wait();
  await painted(site.page);

  const popup = hands(await desktop.openPopup());
  await createVault(popup);
  await popup.click('Scan this page');
  await popup.see('1 account saved');
  await popup.see('Larkfield');
  const first = await popup.code();
  await desktop.closePopup();

  await site.click("I've saved these codes", 'checkbox');
  await site.fill('Verification code', first);
  await site.click('Verify');
  await site.see('Two-factor authentication is on.');
  await site.click('Account menu for Ben Lindqvist');
  await site.click('Sign out', 'menuitem');

  await site.click('Fill in the sign-in for Ben Lindqvist');
  await site.click('Sign in');
  await site.see('Enter the 6-digit code');
  const again = hands(await desktop.openPopup());
  const second = await again.code(first);
  await desktop.closePopup();
  await site.fill('Verification code', second);
  await site.click('Verify');
  await site.see('Welcome, Ben');
});

test('unlocks a locked vault in the popup, then scans the page', async ({ desktop }) => {
  const first = await popupOver(desktop, qrPage(account));
  await createVault(first);
  await first.click('Lock');
  await first.see('Your vault is locked');
  await desktop.closePopup();

  const popup = await popupOver(desktop, qrPage(account));
  await popup.fill('Passphrase', passphrase);
  await popup.click('Unlock');
  await popup.click('Scan this page');
  await popup.see('Harbour Bank');
  await expect.poll(async () => (await popup.code()) === oathtool(key)).toBe(true);
});

test('scanning a page without codes is reported in one sentence and changes nothing', async ({
  desktop,
}) => {
  const first = await popupOver(desktop, qrPage(account));
  await createVault(first);
  await first.click('Scan this page');
  await first.see('1 account saved');
  await desktop.closePopup();

  for (const [address, sentence] of [
    ['data:text/html,<h1>Nothing here</h1>', 'No QR code was found.'],
    [qrPage('https://example.com/'), "It contains a web address, which wasn't opened."],
    [
      qrPage('otpauth://totp/Broken?secret=0189!'),
      `"0" (character 1) can't be part of a secret key.`,
    ],
    // After a gesture, Chromium gives an extension access even to the browser's own pages.
    ['chrome://version', 'No QR code was found.'],
  ] as const) {
    const popup = await popupOver(desktop, address);
    await popup.click('Scan this page');
    await popup.see(sentence);
    await popup.click('Back');
    await popup.see('Harbour Bank');
    await desktop.closePopup();
  }
});
