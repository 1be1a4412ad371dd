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

describe('workspaces and their managers', () => {
  test("a member who may not manage the workspace sees no link to Access Management and can't open its page", async () => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    await expect
      .element(page.getByRole('link', { name: 'Access Management' }))
      .not.toBeInTheDocument();
    window.location.hash = '#/access/users';
    await sees("You can't see this page");
  });

  test("joining the managers' group takes effect immediately", async () => {
    await signInAs('Ada');
    await openAccess('Groups');
    await page.getByLabelText('Person to add to Administrators').selectOptions('Ben Lindqvist');
    await press('Add to Administrators');
    await expect
      .element(page.getByRole('button', { name: 'Remove Ben Lindqvist from Administrators' }))
      .toBeVisible();
    await signOut();
    await signInAs('Ben');
    await openAccess('Users');
    await sees('ada@larkfield.example');
  });

  test("the last manager can't be removed", async () => {
    await signInAs('Ada');
    await openAccess('Groups');
    await press('Remove Ada Okafor from Administrators');
    await sees(/At least one person must keep the/);
  });

  test('a person in two workspaces can switch between them', async ({ world }) => {
    await signInAs('Theo');
    await page.getByLabelText('Workspace').selectOptions('Meadow');
    await expect.poll(() => world.stores.account.workspace.value?.name).toBe('Meadow');
  });
});

describe('enforcement', () => {
  test("tells an admin with an unconfirmed address why the 2FA setup can't start", async ({
    world,
  }) => {
    await world.stores.account.signInWithGoogle('google-1003');
    await openAccess('Authentication Settings');
    await enforcement().click();
    await pressInDialog('Go to settings');
    await sees('Confirm your email address first.');
  });

  test('reminds an admin without 2FA, and leads to the setup', async () => {
    await signInAs('Ada');
    await openAccess('Authentication Settings');
    await sees('Security Options');
    await enforcement().click();
    await sees("You haven't set up 2FA for your own login. Protect your own login first.");
    await expect.element(enforcement()).not.toBeChecked();
    await pressInDialog('Go to settings');
    expect((await readSetUp()).codes).toHaveLength(10);
  });

  test('tells in its confirmation how many members will be mailed, and "Cancel" changes nothing', async ({
    world,
  }) => {
    await signInAs('Ada');
    await openSecurity();
    await enable(world);
    await openAccess('Authentication Settings');
    await enforcement().click();
    await sees('3 of 4 members have no 2FA and will get an email with a QR code and instructions.');
    await pressInDialog('Cancel');
    await expect.element(enforcement()).not.toBeChecked();
    await enforcement().click();
    await pressInDialog('Enforce 2FA');
    await sees('2FA is now enforced.');
    await expect.element(enforcement()).toBeChecked();
  });

  test('lets a member sign in with a code of the mailed secret, then shows backup codes', async ({
    world,
  }) => {
    await enforce(world);
    await signOut();
    await openMail('ben@larkfield.example', 'Set up two-factor authentication');
    const { secretKey } = await readMailMessage();
    window.location.hash = '#/sign-in';
    await signInAs('Ben');
    await sees(/We emailed you a QR code and a secret key/);
    await type('Verification code', world.code(secretKey));
    await press('Verify');
    await sees('Save your backup codes');
    await sees('A workspace admin can help too.');
    await page.getByLabelText("I've saved these codes").click();
    await press('Continue');
    await openSecurity();
    await sees('This secret was sent by email. Replace it with one that was never emailed.');
  });

  test('prevents the admin who turned it on from turning off their own 2FA', async ({ world }) => {
    await enforce(world);
    await openSecurity();
    await sees("Two-factor authentication is required by Harbour. You can't turn it off.");
    await expect.element(page.getByRole('button', { name: 'Disable 2FA' })).toBeDisabled();
  });

  test('is shown to a signed-in member, without an option to turn 2FA off', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    const back = await world.setAside();
    await enforce(world);
    await back();
    await openSecurity();
    await sees('Two-factor authentication is required by Harbour.');
    await sees('Setting up here replaces the secret we emailed you.');
    await expect.element(page.getByText(/You can't turn it off/)).not.toBeInTheDocument();
  });

  test('leaves existing setups on when it ends', async ({ world }) => {
    await enforce(world);
    await enforcement().click();
    await pressInDialog('Stop enforcing');
    await sees('2FA is no longer enforced.');
    await openSecurity();
    await expect.element(page.getByRole('button', { name: 'Disable 2FA' })).toBeEnabled();
  });

  test('makes a new member set up 2FA before the first session', async ({ world }) => {
    await enforce(world);
    await inviteWanda();
    await page.getByRole('link', { name: 'Open the link' }).click();
    await joinAsWanda();
    const { secretKey } = await readSetUp();
    await sees('A workspace admin can help too.');
    await page.getByLabelText("I've saved these codes").click();
    await type('Verification code', world.code(secretKey));
    await press('Verify');
    await sees('Welcome, Wanda Newcomer');
  });
});

describe('the Users page', () => {
  test('can send another secret to a member without 2FA, which voids only the previous secret', async ({
    world,
  }) => {
    await enforce(world);
    await openAccess('Users');
    await page
      .getByRole('row', { name: /Ben Lindqvist/ })
      .getByRole('button', { name: 'Email New Two Factor Auth Secret' })
      .click();
    await sees('Those emailed before stop working.');
    await expect.element(page.getByText(/all their sessions end/)).not.toBeInTheDocument();
  });

  test('sends a new secret to the member, and never shows it to the admin', async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    await enable(world);
    await signOut();
    await signInAs('Ada');
    await openSecurity();
    await enable(world);
    await openAccess('Users');
    await expect
      .element(page.getByRole('row', { name: /Ben Lindqvist/ }).getByText('Enabled'))
      .toBeVisible();
    await press('Email New Two Factor Auth Secret');
    await pressInDialog('Send email');
    await sees('A new secret was emailed to ben@larkfield.example.');
    const shown = document.body.textContent;
    await openMail('ben@larkfield.example', 'Your new two-factor secret');
    const { secretKey } = await readMailMessage();
    expect(secretKey).toMatch(/^[A-Z2-7]{32}$/);
    expect(shown.replaceAll(' ', '')).not.toContain(secretKey);
    window.location.hash = '#/access/audit';
    await sees('New 2FA secret emailed');
  });
});
