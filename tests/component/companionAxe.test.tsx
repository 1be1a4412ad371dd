import { describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  enforce,
  enforcement,
  inviteWanda,
  joinAsWanda,
  openAccess,
  openMail,
  openSecurity,
  press,
  pressInDialog,
  readMailMessage,
  readSetUp,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';
import { expectNoBarriers } from './expectNoBarriers';

const dialog = (title: string | RegExp) =>
  expect.element(page.getByRole('dialog', { name: title })).toBeVisible();

describe('axe finds no violation in the light or dark theme', { timeout: 120_000 }, () => {
  test('while a member sets up a mailed 2FA secret', async ({ world }) => {
    await enforce(world);
    await enforcement().click();
    await dialog('Stop enforcing two-factor authentication?');
    await expectNoBarriers();
    await pressInDialog('Cancel');
    await signOut();
    await openMail('ben@larkfield.example', 'Set up two-factor authentication');
    const { secretKey } = await readMailMessage();
    await expectNoBarriers();
    window.location.hash = '#/sign-in';
    await signInAs('Ben');
    await sees(/We emailed you a QR code and a secret key/);
    await expectNoBarriers();
    await type('Verification code', world.code(secretKey));
    await press('Verify');
    await sees('Save your backup codes');
    await expectNoBarriers();
  });

  test('while someone joins where 2FA is required', async ({ world }) => {
    await enforce(world);
    await inviteWanda();
    await expectNoBarriers();
    await page.getByRole('link', { name: 'Open the link' }).click();
    await sees('You were invited as wanda@larkfield.example.');
    await expectNoBarriers();
    await joinAsWanda();
    await readSetUp();
    await expectNoBarriers();
  });

  test("in the dialogs of the user's own second factor", async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    await press('Enable 2FA');
    await dialog('Enable two-factor authentication?');
    await expectNoBarriers();
    await pressInDialog('Cancel');
    const { secretKey } = await enable(world);
    await press('Disable 2FA');
    await sees(/Make sure you have a strong, unique password/);
    await expectNoBarriers();
    await pressInDialog('Cancel');
    await press('Generate new backup codes');
    await dialog('Generate new backup codes?');
    await expectNoBarriers();
    world.wait(6 * 60_000);
    await pressInDialog('Generate new backup codes');
    await dialog("Confirm it's you");
    await expectNoBarriers();
    await type('Verification code', world.code(secretKey));
    await press('Confirm');
    await sees(/Your old codes no longer work/);
    await expectNoBarriers();
  });

  test('at sign-in by code and by backup code, with and without a wrong code', async ({
    world,
  }) => {
    await signInAs('Ben');
    await openSecurity();
    await enable(world);
    await signOut();
    await signInAs('Ben');
    await sees('Signing in as b…@l….example');
    await expectNoBarriers();
    await type('Verification code', '000000');
    await press('Verify');
    await sees('Incorrect code. Check your authenticator app and try again.');
    await expectNoBarriers();
    await press('Use a backup code');
    await sees('Backup code');
    await expectNoBarriers();
  });

  test('while an admin mails a new secret or turns on enforcement', async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    await enable(world);
    await signOut();
    await signInAs('Ada');
    await openAccess('Users');
    await press('Email New Two Factor Auth Secret');
    await dialog(/Ben Lindqvist/);
    await expectNoBarriers();
    await pressInDialog('Cancel');
    await openSecurity();
    await enable(world);
    await openAccess('Authentication Settings');
    await enforcement().click();
    await sees('2 of 4 members have no 2FA and will get an email with a QR code and instructions.');
    await expectNoBarriers();
  });

  test('in the developer panel and its confirmation', async () => {
    await page.getByRole('link', { name: 'Developer panel' }).click();
    await sees('The clock shows real time.');
    await expectNoBarriers();
    await press('Reset demo data');
    await dialog('Reset the demo data?');
    await expectNoBarriers();
  });

  test('while an invitation is shown, and after it is answered', async () => {
    await signInAs('Ada');
    await openAccess('Users');
    await press('Add person');
    await type('Email', 'olga@larkfield.example');
    await pressInDialog('Add');
    await sees(/Pending · until/);
    await expectNoBarriers();
    await signOut();
    await signInAs('Olga');
    await sees(/Ada Okafor.* invites you to join Harbour/);
    await expectNoBarriers();
    await press('Review invitation');
    await sees('Join Harbour?');
    await expectNoBarriers();
    await press('Decline');
    await sees('No invitations');
    await expectNoBarriers();
  });

  test("when an admin signs a member out, and in the audit log's entry about it", async ({
    world,
  }) => {
    await signInAs('Ben');
    await signOut();
    await signInAs('Ada');
    await openSecurity();
    await enable(world);
    await openAccess('Users');
    await press('More actions for Ben Lindqvist');
    await expectNoBarriers();
    await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    await dialog('Sign out Ben Lindqvist everywhere?');
    await expectNoBarriers();
    await pressInDialog('Sign out everywhere');
    await sees('Ben Lindqvist is signed out everywhere.');
    await openAccess('Audit log');
    await expectNoBarriers();
  });

  test('while an authenticator is replaced, and in the list of sessions', async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    await enable(world);
    await press('Replace authenticator');
    await expectNoBarriers();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await sees("You aren't signed in anywhere else.");
    await expectNoBarriers();
  });
});
