import { service } from './companion';
import { enableWithTessera, openSite } from './companionWorld';
import { expect, test } from './fixtures';

const newPassword = 'a long walk along the shore';

test('after 2FA is turned off, the password alone signs in', async ({ context, at }) => {
  const site = await openSite(context, at);
  await site.signIn();
  await site.openSecurity();
  await enableWithTessera(context, at, site);
  await site.press('Disable 2FA');
  await expect(site.dialog).toContainText('Make sure you have a strong, unique password');
  await site.dialog.getByRole('button', { name: 'Disable 2FA' }).click();
  await site.expectStatus('Disabled');
  await site.signOut();
  await site.signIn();
  await site.expectSignedIn();
});

test('2FA stays on after a password change and after a reset by mail', async ({ context, at }) => {
  const site = await openSite(context, at);
  await expect(
    site.page.getByRole('button', { name: 'Fill in the sign-in for Ben Lindqvist' }),
  ).toBeVisible();
  const old = await site.page
    .getByRole('listitem')
    .filter({ hasText: 'Ben Lindqvist' })
    .locator('code')
    .innerText();
  await site.signIn();
  await site.openSecurity();
  await site.fill('Current Password', old);
  await site.fill('New Password', newPassword);
  await site.fill('Confirm New Password', newPassword);
  await site.press('Save Changes');
  await expect(site.page.getByText('Password changed.')).toBeVisible();
  const { popup, used } = await enableWithTessera(context, at, site);
  await site.press('Send reset email');
  await expect(site.page.getByText('Sent to b…@l….example.')).toBeVisible();
  await site.openMail('ben@larkfield.example', 'Set a new password');
  await site.page.getByRole('link', { name: 'Open the link' }).click();
  await site.fill('New Password', `${newPassword}, twice`);
  await site.fill('Confirm New Password', `${newPassword}, twice`);
  await site.press('Save new password');
  await expect(site.page.getByText('Your new password is set. Sign in with it.')).toBeVisible();
  await site.signInWith('ben@larkfield.example', newPassword);
  await expect(site.page.getByText('Incorrect email or password.')).toBeVisible();
  await site.signInWith('ben@larkfield.example', `${newPassword}, twice`);
  await site.answerChallenge(await popup.digitsAfter(service, used));
  await site.expectSignedIn();
});

test('a Google account has no password, and still needs a code', async ({ context, at }) => {
  const site = await openSite(context, at);
  const enter = async () => {
    await site.press('Use the demo Google account of Gina Rossi');
    await expect(site.page.getByText("This isn't Google.")).toBeVisible();
    await site.page.getByRole('button', { name: /gina@larkfield.example/ }).click();
  };
  await enter();
  await site.openSecurity();
  await expect(site.page.getByText('change your Google password instead')).toBeVisible();
  await expect(site.page.getByLabel('Current Password')).toHaveCount(0);
  const { popup, used } = await enableWithTessera(context, at, site);
  await site.signOut();
  await enter();
  await expect(site.page.getByText('Signing in as g…@l….example')).toBeVisible();
  await site.answerChallenge(await popup.digitsAfter(service, used));
  await site.expectSignedIn();
});

test('ends the session of another browser, and keeps sessions when the service worker stops', async ({
  context,
  at,
}) => {
  const here = await openSite(context, at);
  await here.signIn();
  await here.expectSignedIn();
  const there = await openSite(context, at, 'elsewhere');
  await there.signIn();
  await there.expectSignedIn();

  const session = await context.newCDPSession(here.page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');

  await here.page.bringToFront();
  await here.goTo('/preferences/sessions');
  await here.page.reload();
  await here.page.getByRole('button', { name: /^End session on/ }).click();
  await expect(here.page.getByText("You aren't signed in anywhere else.")).toBeVisible();
  await expect(there.page.getByText('Your session has ended. Sign in again.')).toBeVisible();
});
