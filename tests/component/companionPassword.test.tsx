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

  test('has exactly three controls and no list of sessions', async () => {
    await sees('Change password');
    const headings = [...document.querySelectorAll('[role=tabpanel] h2')];
    expect(headings.map((heading) => heading.textContent)).toEqual([
      'Password reset email',
      'Two-factor authentication (2FA)',
      'Change password',
    ]);
  });

  test('the new password works, the old one does not, and the session continues', async ({
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

  test('shows a wrong current password and a mismatch at their fields', async ({ world }) => {
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

  test("doesn't call the service unless all three fields are filled in", async ({ world }) => {
    await fillChange('', '');
    await describedBy('Current Password').toHaveAccessibleDescription('Fill in this field.');
    expect(world.asked).not.toContain('POST /security/password');
  });

  test('shows the required length if a password is too short', async ({ world }) => {
    await fillChange(world.passwordOf('Ben'), 'too short');
    await sees('Use at least 15 characters.');
  });

  test('refuses a form as stale if it was begun before a change elsewhere', async ({ world }) => {
    const { stores } = world;
    await type('Current Password', world.passwordOf('Ben'));
    await stores.profile.rename('Benjamin', stores.account.me.value?.version ?? 0);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees(/This was changed in the meantime/);
  });

  test('an empty form changes the password after any visible change of the account', async ({
    world,
  }) => {
    await enable(world);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees('Password changed.');
    await fillChange('a long walk along the shore', 'a short rest under the trees');
    await expect.element(page.getByLabelText('Current Password', { exact: true })).toHaveValue('');
    expect(world.asked.filter((asked) => asked === 'POST /security/password')).toHaveLength(2);
  });

  test('the next person to sign in sees nothing of a setup or a reset mail', async ({ world }) => {
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

  test('a reset email sets a new password, and signs nobody in', async () => {
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

describe('a forgotten password', () => {
  test('the response is the same for a known and an unknown address', async () => {
    await page.getByRole('link', { name: 'Forgot password?' }).click();
    await type('Email', 'ben@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
    await type('Email', 'nobody@larkfield.example');
    await press('Send reset email');
    await sees("If that address has an account, we've sent a message.");
  });

  test('a used link leads to requesting a new one', async () => {
    window.location.hash = `#/reset-password/${'a'.repeat(43)}`;
    await sees('This link no longer works');
    await press('Ask for a new link');
    await sees('Forgot password');
  });
});

describe('a Google account', () => {
  beforeEach(async () => {
    await press('Use the demo Google account of Gina Rossi');
    await sees(/This isn't Google/);
    await press(/gina@larkfield.example/);
    await sees('Welcome, Gina Rossi');
    await openSecurity();
  });

  test('has no password to change, and shows where to change it instead', async () => {
    await sees(/change your Google password instead/);
    expect(document.querySelectorAll('[role=tabpanel] h2')).toHaveLength(2);
  });

  test('a reset email says that there is no password', async () => {
    await press('Send reset email');
    await openMail('gina@larkfield.example', 'You sign in with Google');
    await sees(/have none here/);
  });

  test('asks for a code too', async ({ world }) => {
    await enable(world);
    await signOut();
    await press('Use the demo Google account of Gina Rossi');
    await press(/gina@larkfield.example/);
    await sees('Signing in as g…@l….example');
  });
});

describe('a new account', () => {
  test('begins with a confirmed address and its own workspace', async () => {
    await signUp('wanda@larkfield.example');
    await openMail('wanda@larkfield.example', 'Confirm your email address');
    await page.getByRole('link', { name: 'Open the link' }).click();
    await press('Confirm');
    await sees('Your email address is confirmed. You can sign in now.');
    await signInWith('wanda@larkfield.example', 'a long walk along the shore');
    await sees('Welcome, Wanda Newcomer');
    await sees('Wanda Newcomer & co.');
  });

  test('reveals only to the mailbox that the address already has an account', async () => {
    await signUp('ada@larkfield.example');
    await openMail('ada@larkfield.example', 'You already have an account');
  });
});

describe('the Sessions tab', () => {
  test('lists other sessions, and ends one', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await sees('Active now');
    await press('End session on Firefox on Android');
    await sees("You aren't signed in anywhere else.");
  });

  test('ends all others after one confirmation', async ({ world }) => {
    await signInAs('Ben');
    await world.elsewhere('ben@larkfield.example', world.passwordOf('Ben'));
    await openSecurity();
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await press('End all other sessions');
    await pressInDialog('End all other sessions');
    await sees("You aren't signed in anywhere else.");
  });
});
