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

describe('who may manage', () => {
  test('R51: a member without the permission sees no way there and no page', async () => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    await expect
      .element(page.getByRole('link', { name: 'Access Management' }))
      .not.toBeInTheDocument();
    window.location.hash = '#/access/users';
    await sees("You can't see this page");
  });

  test('R52: being taken into the group counts at once', async () => {
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

  test('R101: the last one who may manage stays', async () => {
    await signInAs('Ada');
    await openAccess('Groups');
    await press('Remove Ada Okafor from Administrators');
    await sees(/At least one person must keep the/);
  });

  test('a person of two workspaces switches between them', async ({ world }) => {
    await signInAs('Theo');
    await page.getByLabelText('Workspace').selectOptions('Meadow');
    await expect.poll(() => world.stores.account.workspace.value?.name).toBe('Meadow');
  });
});

describe('enforcement', () => {
  test('an admin whose address is not confirmed is told why the set-up does not begin', async ({
    world,
  }) => {
    await world.stores.account.signInWithGoogle('google-1003');
    await openAccess('Authentication Settings');
    await enforcement().click();
    await pressInDialog('Go to settings');
    await sees('Confirm your email address first.');
  });

  test('R55-R57: an admin without 2FA is reminded, and led to the set-up', async () => {
    await signInAs('Ada');
    await openAccess('Authentication Settings');
    await sees('Security Options');
    await enforcement().click();
    await sees("You haven't set up 2FA for your own login. Protect your own login first.");
    await expect.element(enforcement()).not.toBeChecked();
    await pressInDialog('Go to settings');
    expect((await readSetUp()).codes).toHaveLength(10);
  });

  test('R58, R62: the confirmation says how many will be mailed; Cancel changes nothing', async ({
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

  test('R64: a member signs in with the code of the mailed secret and then sees backup codes', async ({
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

  test('R66, R67, R94: the one who enforced it cannot turn the own 2FA off', async ({ world }) => {
    await enforce(world);
    await openSecurity();
    await sees("Two-factor authentication is required by Harbour. You can't turn it off.");
    await expect.element(page.getByRole('button', { name: 'Disable 2FA' })).toBeDisabled();
  });

  test('R99: a member who is signed in is told of it, and not of what there is nothing to turn off', async ({
    world,
  }) => {
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

  test('R69: when it ends, what people use stays on', async ({ world }) => {
    await enforce(world);
    await enforcement().click();
    await pressInDialog('Stop enforcing');
    await sees('2FA is no longer enforced.');
    await openSecurity();
    await expect.element(page.getByRole('button', { name: 'Disable 2FA' })).toBeEnabled();
  });

  test('R61: who joins sets 2FA up before the first session', async ({ world }) => {
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
  test('R97: to someone who never had one, another secret ends nothing but the one before', async ({
    world,
  }) => {
    await enforce(world);
    await openAccess('Users');
    await page
      .getByRole('row', { name: /Ben Lindqvist/ })
      .getByRole('button', { name: 'Email New Two Factor Auth Secret' })
      .click();
    await sees('Those emailed before stop working.');
    await expect.element(page.getByText(/all sessions of this person end/)).not.toBeInTheDocument();
  });

  test('R74-R79: a new secret goes to the member, and the admin never sees it', async ({
    world,
  }) => {
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
