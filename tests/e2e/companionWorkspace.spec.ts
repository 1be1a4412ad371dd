import { service } from './companion';
import { enrolInTessera, openSite, type Site } from './companionWorld';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';

const newPassword = 'a long walk along the shore';

/**
 * Turns on enforcement as Ada on the Security tab. The switch first asks Ada to set up 2FA herself, and "Go to
 * settings" leads to her setup.
 */
async function enforce(site: Site): Promise<void> {
  await site.signIn('Ada Okafor');
  await site.openAccess('Authentication Settings');
  const slider = site.page.getByRole('switch', { name: 'Enforce Two Factor Authentication' });
  await slider.click();
  await expect(site.dialog).toContainText(
    "You haven't set up 2FA for your own login. Protect your own login first.",
  );
  await site.dialog.getByRole('button', { name: 'Go to settings' }).click();
  const key = site.dialog.locator('dd code');
  await site.finishSetUp(oathtool(await key.innerText()));
  await site.expectStatus('Enabled');
  await site.openAccess('Authentication Settings');
  await slider.click();
  await expect(site.dialog).toContainText('3 of 4 members have no 2FA and will get an email');
  await site.dialog.getByRole('button', { name: 'Enforce 2FA' }).click();
  await expect(slider).toBeChecked();
}

test('under enforcement, a member gets a QR code by mail, signs in with its code and gets backup codes', async ({
  context,
  at,
}) => {
  const site = await openSite(context, at);
  await enforce(site);
  await site.openSecurity();
  await expect(
    site.page.getByText("Two-factor authentication is required by Harbour. You can't turn it off."),
  ).toBeVisible();
  await expect(site.page.getByRole('button', { name: 'Disable 2FA' })).toBeDisabled();
  await site.signOut();

  await site.openMail('ben@larkfield.example', 'Set up two-factor authentication');
  const popup = await enrolInTessera(context, at, await site.qrText());
  await site.page.bringToFront();
  await site.goTo('/sign-in');
  await site.signIn();
  await site.answerChallenge(await popup.digits(service));
  await expect(site.page.getByRole('heading', { name: 'Save your backup codes' })).toBeVisible();
  await site.page.getByLabel("I've saved these codes").check();
  await site.press('Continue');
  await site.expectSignedIn();
});

test('under enforcement, a new member sets up 2FA during sign-up', async ({ context, at }) => {
  const site = await openSite(context, at);
  await enforce(site);
  await site.openAccess('Users');
  await site.press('Add person');
  await site.fill('Email', 'wanda@larkfield.example');
  await site.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await site.signOut();
  await site.openMail('wanda@larkfield.example', 'Join Harbour');
  await site.page.getByRole('link', { name: 'Open the link' }).click();
  await site.fill('Your name', 'Wanda Newcomer');
  await site.fill('New Password', newPassword);
  await site.fill('Confirm New Password', newPassword);
  await site.press('Create account');
  const popup = await enrolInTessera(context, at, await site.qrText());
  await site.page.bringToFront();
  await site.page.getByLabel("I've saved these codes").check();
  await site.answerChallenge(await popup.digits(service));
  await site.expectSignedIn();
});

test('for a lost phone, an admin mails a new secret, and the old secret stops working', async ({
  context,
  at,
}) => {
  const site = await openSite(context, at);
  await site.signIn();
  await site.openSecurity();
  const lost = await site.startSetUp();
  await site.finishSetUp(oathtool(lost));
  await site.expectStatus('Enabled');
  await site.signOut();

  await site.signIn('Ada Okafor');
  await site.openSecurity();
  await site.finishSetUp(oathtool(await site.startSetUp()));
  await site.expectStatus('Enabled');
  await site.openAccess('Users');
  await site.press('Email New Two Factor Auth Secret');
  await site.dialog.getByRole('button', { name: 'Send email' }).click();
  await expect(
    site.page.getByText('A new secret was emailed to ben@larkfield.example.'),
  ).toBeVisible();
  await site.signOut();

  await site.openMail('ben@larkfield.example', 'Your new two-factor secret');
  const popup = await enrolInTessera(context, at, await site.qrText());
  await site.page.bringToFront();
  await site.goTo('/sign-in');
  await site.signIn();
  await site.answerChallenge(oathtool(lost));
  await expect(site.page.getByText('Incorrect code.')).toBeVisible();
  await site.answerChallenge(await popup.digits(service));
  await expect(site.page.getByRole('heading', { name: 'Save your backup codes' })).toBeVisible();
});
