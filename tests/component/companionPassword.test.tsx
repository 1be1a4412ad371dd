import { beforeEach, describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  openMail,
  openSecurity,
  openSetUp,
  press,
  sees,
  signInAs,
  signInWith,
  signOut,
  type,
} from './companionWorld';

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

  test("changes the password: the new password works, the old one doesn't, and the session continues", async ({
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

  test('reports a wrong current password and a mismatch of the new passwords at the fields concerned', async ({
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

  test("doesn't call the service unless all three fields are filled in", async ({ world }) => {
    await fillChange('', '');
    await describedBy('Current Password').toHaveAccessibleDescription('Fill in this field.');
    expect(world.asked).not.toContain('POST /security/password');
  });

  test('shows the required length if the new password is too short', async ({ world }) => {
    await fillChange(world.passwordOf('Ben'), 'too short');
    await sees('Use at least 15 characters.');
  });

  test('rejects a form as stale if the account has changed since the form was opened', async ({
    world,
  }) => {
    const { stores } = world;
    await type('Current Password', world.passwordOf('Ben'));
    await stores.profile.rename('Benjamin', stores.account.me.value?.version ?? 0);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees(/This was changed in the meantime/);
  });

  test('accepts a form that was filled in after the account visibly changed', async ({ world }) => {
    await enable(world);
    await fillChange(world.passwordOf('Ben'), 'a long walk along the shore');
    await sees('Password changed.');
    await fillChange('a long walk along the shore', 'a short rest under the trees');
    await expect.element(page.getByLabelText('Current Password', { exact: true })).toHaveValue('');
    expect(world.asked.filter((asked) => asked === 'POST /security/password')).toHaveLength(2);
  });

  test("doesn't show a previous person's setup or reset mail to the next person who signs in", async ({
    world,
  }) => {
    await press('Send reset email');
    await sees('Sent to b…@l….example.');
    await openSetUp();
    await world.stores.account.signOut();
    await signInAs('Theo');
    await openSecurity();
    await sees('Password reset email');
    await expect.element(page.getByText('Secret Key')).not.toBeInTheDocument();
    await expect.element(page.getByText(/^Sent to/)).not.toBeInTheDocument();
  });

  test('can mail a reset link, which sets a new password and signs nobody in', async () => {
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
