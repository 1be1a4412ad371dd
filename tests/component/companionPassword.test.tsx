import { beforeEach, describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  openMail,
  openSecurity,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';

const signInWith = async (email: string, password: string) => {
  await type('Email', email);
  await type('Password', password);
  await press('Sign in');
};

const fillChange = async (current: string, next: string, again = next) => {
  await type('Current Password', current);
  await type('New Password', next);
  await type('Confirm New Password', again);
  await page
    .getByRole('region', { name: 'Change password' })
    .getByRole('button', { name: 'Save Changes' })
    .click();
};

const describedBy = (label: string) =>
  expect.element(page.getByLabelText(label, { exact: true }).first());

const signUp = async (email: string) => {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await type('Your name', 'Wanda Newcomer');
  await type('Email', email);
  await type('New Password', 'a long walk along the shore');
  await type('Confirm New Password', 'a long walk along the shore');
  await press('Create account');
  await sees(/We sent a link to/);
};

describe('the Security tab', () => {
  beforeEach(async () => {
    await signInAs('Ben');
    await openSecurity();
  });

  test('R3, R6: it has exactly three controls and no list of sessions', async () => {
    await sees('Change password');
    const headings = [...document.querySelectorAll('[role=tabpanel] h2')];
    expect(headings.map((heading) => heading.textContent)).toEqual([
      'Password reset email',
      'Two-factor authentication (2FA)',
      'Change password',
    ]);
  });

  test('R10-R12: a new password works, the old one does not, and the session goes on', async ({
    world,
  }) => {
    const old = world.passwordOf('Ben');
    await fillChange(old, 'a long walk along the shore');
    await sees('Password changed.');
    await signOut();
    await signInWith('ben@larkfield.example', old);
    await sees('Incorrect email or password.');
    await signInWith('ben@larkfield.example', 'a long walk along the shore');
    await sees('Welcome, Ben Lindqvist');
  });

  test('R13, R14: a wrong current password and two that differ are told at their fields', async ({
    world,
  }) => {
    await fillChange('not my password', 'a long walk along the shore');
    await describedBy('Current Password').toHaveAccessibleDescription(
      "That isn't your current password.",
    );
    await fillChange(
      world.passwordOf('Ben'),
      'a long walk along the shore',
      'another one entirely',
    );
    await describedBy('Confirm New Password').toHaveAccessibleDescription(
      "The new passwords don't match.",
    );
  });

  test('R15: without all three the service is not asked', async ({ world }) => {
    await fillChange('', '');
    await describedBy('Current Password').toHaveAccessibleDescription('Fill in this field.');
    expect(world.asked).not.toContain('POST /security/password');
  });

  test('a password that is too short says how long it has to be', async ({ world }) => {
    await fillChange(world.passwordOf('Ben'), 'too short');
    await sees('Use at least 15 characters.');
  });

  test('a form that was begun before a change elsewhere is refused as stale', async ({ world }) => {
    const { stores } = world;
    await type('Current Password', world.passwordOf('Ben'));
    await stores.profile.rename('Benjamin', stores.account.me.value?.version ?? 0);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees(/This was changed in the meantime/);
  });

  test('after any change of the account that was seen, the empty form changes the password', async ({
    world,
  }) => {
    await enable(world);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees('Password changed.');
    await fillChange('a long walk along the shore', 'a short rest under the trees');
    await expect.element(page.getByLabelText('Current Password', { exact: true })).toHaveValue('');
    expect(world.asked.filter((asked) => asked === 'POST /security/password')).toHaveLength(2);
  });

  test('what was shown of a set-up and a mail is gone for whoever signs in next', async ({
    world,
  }) => {
    await press('Send reset email');
    await sees('Sent to b…@l….example.');
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    await sees('Secret Key');
    await world.stores.account.signOut();
    await signInAs('Theo');
    await openSecurity();
    await sees('Password reset email');
    await expect.element(page.getByText('Secret Key')).not.toBeInTheDocument();
    await expect.element(page.getByText(/^Sent to/)).not.toBeInTheDocument();
  });

  test('R18, R19, R21: a reset email sets a new password, and nobody is signed in by it', async () => {
    await press('Send reset email');
    await sees('Sent to b…@l….example.');
    await press('Send again');
    await sees(/Too many attempts. Try again in 1 minute./);
    await openMail('ben@larkfield.example', 'Set a new password');
    await page.getByRole('link', { name: 'Open the link' }).click();
    await sees('For b…@l….example');
    await type('New Password', 'a long walk along the shore');
    await type('Confirm New Password', 'a long walk along the shore');
    await press('Save new password');
    await sees('Your new password is set. Sign in with it.');
    await signInWith('ben@larkfield.example', 'a long walk along the shore');
    await sees('Welcome, Ben Lindqvist');
  });
});

describe('someone who forgot their password', () => {
  test('R93: gets one answer for an address that exists and one that does not', async () => {
    await page.getByRole('link', { name: 'Forgot password?' }).click();
    await type('Email', 'ben@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
    await type('Email', 'nobody@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
  });

  test('a spent link leads to asking for a new one', async () => {
    window.location.hash = `#/reset-password/${'a'.repeat(43)}`;
    await sees('This link no longer works');
    await press('Ask for a new link');
    await sees('Forgot password');
  });
});

describe('a Google account', () => {
  beforeEach(async () => {
    await press('Use the demo Google account of Gina Rossi');
    await sees(/This is not Google/);
    await press(/gina@larkfield.example/);
    await sees('Welcome, Gina Rossi');
    await openSecurity();
  });

  test('R16: has no password to change and says where to', async () => {
    await sees(/change your Google password instead/);
    expect(document.querySelectorAll('[role=tabpanel] h2')).toHaveLength(2);
  });

  test('R22: a reset email says that there is no password', async () => {
    await press('Send reset email');
    await openMail('gina@larkfield.example', 'You sign in with Google');
    await sees(/have none here/);
  });

  test('R44: is asked for a code too', async ({ world }) => {
    await enable(world);
    await signOut();
    await press('Use the demo Google account of Gina Rossi');
    await press(/gina@larkfield.example/);
    await sees('Signing in as g…@l….example');
  });
});

describe('a new account', () => {
  test('begins with a confirmed address and a workspace of its own', async () => {
    await signUp('wanda@larkfield.example');
    await openMail('wanda@larkfield.example', 'Confirm your email address');
    await page.getByRole('link', { name: 'Open the link' }).click();
    await press('Confirm');
    await sees('Your email address is confirmed. You can sign in now.');
    await signInWith('wanda@larkfield.example', 'a long walk along the shore');
    await sees('Welcome, Wanda Newcomer');
    await sees('Wanda Newcomer & co.');
  });

  test('for an address that has one already only its mailbox is told', async () => {
    await signUp('ada@larkfield.example');
    await openMail('ada@larkfield.example', 'You already have an account');
  });
});

describe('the Sessions tab', () => {
  test('R6: shows where else one is signed in, and ends it', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await sees('Active now');
    await press('End session on Firefox on Android');
    await sees("You aren't signed in anywhere else.");
  });

  test('ends all others at once after one question', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await press('End all other sessions');
    await pressInDialog('End all other sessions');
    await sees("You aren't signed in anywhere else.");
  });
});
