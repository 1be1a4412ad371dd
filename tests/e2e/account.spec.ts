import type { BrowserContext } from '@playwright/test';
import { expectAccessible } from './axe';
import { companion } from './companion';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';
import { readQr } from './readQr';

const ben = 'ben@larkfield.example';
const newPassword = 'a slow barge with nine lamps';

const openSite = async (context: BrowserContext, at: (page: string) => string) => {
  const site = companion(await context.newPage());
  await site.page.goto(at('options.html'));
  return site;
};

/** The secret key in an otpauth:// link. */
const keyIn = (uri: string): string => new URL(uri).searchParams.get('secret') ?? '';

test('2FA is turned off again, and the password alone signs in', async ({ context, at }) => {
  const site = await openSite(context, at);
  await site.signIn();
  await site.openSecurity();
  await site.finishSetUp(oathtool(await site.startSetUp()));
  await site.expectStatus('Enabled');

  await site.page.getByRole('button', { name: 'Disable 2FA' }).click();
  await expect(site.dialog.getByText('Sign-in will only require your password.')).toBeVisible();
  await expectAccessible(site.page);
  await site.dialog.getByRole('button', { name: 'Disable 2FA' }).click();
  await site.expectStatus('Disabled');
  await site.signOut();
  await site.signIn();
  await site.expectSignedIn();
});

test('a changed password signs in, the old one no longer does', async ({ context, at }) => {
  const site = await openSite(context, at);
  const old = await site.page
    .getByRole('listitem')
    .filter({ hasText: ben })
    .locator('code')
    .innerText();
  await site.signIn();
  await site.openSecurity();
  await site.page.getByLabel('Current Password').fill(old);
  await site.page.getByLabel('New Password', { exact: true }).fill(newPassword);
  await site.page.getByLabel('Confirm New Password').fill(newPassword);
  await site.page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(site.page.getByText('Your password is changed.')).toBeVisible();
  await site.signOut();
  await site.signInWith(ben, old);
  await expect(site.page.getByText('Incorrect email or password.')).toBeVisible();
  await site.signInWith(ben, newPassword);
  await site.expectSignedIn();
});

test('a mailed link sets a new password', async ({ context, at }) => {
  const site = await openSite(context, at);
  await site.signIn();
  await site.openSecurity();
  await site.page.getByRole('button', { name: 'Send reset email' }).click();
  await expect(site.page.getByText('Sent to b…@l….example.')).toBeVisible();
  await site.openMail(ben, 'Set a new password');
  await expectAccessible(site.page);
  await site.page.getByRole('link', { name: 'Open the link' }).click();
  await site.page.getByLabel('New Password', { exact: true }).fill(newPassword);
  await site.page.getByLabel('Confirm New Password').fill(newPassword);
  await site.page.getByRole('button', { name: 'Save new password' }).click();
  await site.signInWith(ben, newPassword);
  await site.expectSignedIn();
});

test('an admin enforces 2FA: a member is mailed a QR code, signs in with it, and is reset later', async ({
  context,
  at,
}) => {
  test.setTimeout(240_000);
  const site = await openSite(context, at);
  const { page, dialog } = site;
  const openAccess = async (tab: string) => {
    await page.getByRole('link', { name: 'Access Management' }).click();
    await page.getByRole('tab', { name: tab }).click();
  };
  await site.signIn('Ada Okafor');
  await openAccess('Authentication Settings');
  await page.getByRole('switch', { name: 'Enforce Two Factor Authentication' }).click();
  await expect(dialog.getByText("You haven't set up 2FA for your own login.")).toBeVisible();
  await dialog.getByRole('button', { name: 'Go to settings' }).click();
  await expect(dialog.getByText('Secret Key', { exact: true })).toBeVisible();
  const [backupCode = ''] = await site.backupCodes();
  await site.finishSetUp(oathtool(await dialog.locator('dd code').innerText()));
  await site.expectStatus('Enabled');

  await openAccess('Authentication Settings');
  await page.getByRole('switch', { name: 'Enforce Two Factor Authentication' }).click();
  await expect(dialog.getByText('will be mailed a QR code and instructions')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Enforce 2FA' }).click();
  await expect(page.getByText('2FA is now enforced.')).toBeVisible();
  await site.signOut();

  await site.openMail(ben, 'Set up two-factor authentication');
  const mailed = keyIn(await readQr(page.getByRole('img', { name: 'QR code to set up 2FA' })));
  await site.leaveMailbox();
  await site.signIn();
  await site.answerChallenge(oathtool(mailed));
  await page.getByRole('checkbox', { name: 'I saved them' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await site.openSecurity();
  await expect(page.getByText("required by Harbour. You can't turn it off.")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable 2FA' })).toBeDisabled();
  await site.signOut();

  await site.signIn('Ada Okafor');
  await site.answerWithBackupCode(backupCode);
  await openAccess('Users');
  await expectAccessible(page);
  await page
    .getByRole('row', { name: /Ben Lindqvist/ })
    .getByRole('button', { name: 'Email New Two Factor Auth Secret' })
    .click();
  await dialog.getByRole('button', { name: 'Send email' }).click();
  await expect(page.getByText(`A new secret was mailed to ${ben}.`)).toBeVisible();
  await site.signOut();

  await site.openMail(ben, 'Your new two-factor secret');
  const renewed = keyIn(await readQr(page.getByRole('img', { name: 'QR code to set up 2FA' })));
  expect(renewed).not.toBe(mailed);
  await site.leaveMailbox();
  await site.signIn();
  await site.answerChallenge(oathtool(mailed));
  await expect(page.getByText('Incorrect code. Check your authenticator app')).toBeVisible();
  await site.answerChallenge(oathtool(renewed));
  await expect(page.getByRole('heading', { name: 'Save your backup codes' })).toBeVisible();
});

test('someone who signs in with Google has no password to change', async ({ context, at }) => {
  const site = await openSite(context, at);
  await site.page.getByRole('button', { name: 'Use the Google account of Gina Rossi' }).click();
  await expect(site.page.getByText('This is not Google.')).toBeVisible();
  await expectAccessible(site.page);
  await site.page.getByRole('button', { name: /^Gina Rossi/ }).click();
  await site.openSecurity();
  await expect(site.page.getByText('change your Google password instead')).toBeVisible();
  await expect(site.page.getByLabel('Current Password')).toHaveCount(0);
  await site.finishSetUp(oathtool(await site.startSetUp()));
  await site.expectStatus('Enabled');
});

test('a session on another device is seen and ended', async ({ context, at }) => {
  const site = await openSite(context, at);
  await site.page.getByRole('link', { name: 'Developer panel' }).click();
  const opening = context.waitForEvent('page');
  await site.page.getByRole('button', { name: 'Open another pretend browser' }).click();
  const other = companion(await opening);
  await other.signIn();
  await other.expectSignedIn();

  await site.leaveMailbox();
  await site.signIn();
  await site.openSecurity();
  await site.page.getByRole('tab', { name: 'Sessions' }).click();
  await expectAccessible(site.page);
  await site.page.getByRole('button', { name: /^End session of/ }).click();
  await expect(site.page.getByText('The session has ended.')).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});
