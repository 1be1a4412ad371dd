import { beforeEach, describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  openSecurity,
  press,
  pressInDialog,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';
import type { CompanionWorld } from './openCompanion';

describe('with 2FA on', () => {
  beforeEach(async () => {
    await signInAs('Ben');
    await openSecurity();
  });

  test('the next sign-in names the account and asks for its code', async ({ world }) => {
    const { secretKey } = await enable(world);
    await expect.element(page.getByRole('button', { name: 'Disable 2FA' })).toBeVisible();
    await signOut();
    await signInAs('Ben');
    await sees('Signing in as b…@l….example');
    const code = world.code(secretKey);
    await type('Verification code', `${code.slice(0, 3)} ${code.slice(3)}`);
    await press('Verify');
    await sees('Welcome, Ben Lindqvist');
  });

  test('a backup code works once, and the number of remaining codes is shown', async ({
    world,
  }) => {
    const { codes } = await enable(world);
    await signOut();
    await signInAs('Ben');
    await press('Use a backup code');
    await expect.element(page.getByLabelText('Backup code')).toHaveFocus();
    await type('Backup code', codes[3] ?? '');
    await press('Verify');
    await sees('You signed in with a backup code. 9 left.');
    await signOut();
    await signInAs('Ben');
    await press('Use a backup code');
    await type('Backup code', codes[3] ?? '');
    await press('Verify');
    await sees('Incorrect code. Check your authenticator app and try again.');
  });

  test('a warning offers new backup codes when three are left, and the warning stays when none are left', async ({
    world,
  }) => {
    const { codes } = await enable(world);
    const { account } = world.stores;
    const signInBy = async (code: string) => {
      await account.signOut();
      await account.signIn('ben@larkfield.example', world.passwordOf('Ben'));
      await account.submitBackupCode(code);
    };
    const generate = page.getByRole('button', { name: 'Generate new backup codes' });
    window.location.hash = '#/home';
    for (const code of codes.slice(0, 6)) await signInBy(code);
    await sees('You signed in with a backup code. 4 left.');
    await expect.element(generate).not.toBeInTheDocument();
    await signInBy(codes[6] ?? '');
    await sees('You signed in with a backup code. 3 left.');
    await expect.element(generate).toBeVisible();
    for (const code of codes.slice(7)) await signInBy(code);
    await sees('You signed in with a backup code. 0 left.');
    await press('Dismiss');
    await sees(/^You have no backup codes left/);
    await expect.element(generate).toBeVisible();
  });

  test('going back cancels the sign-in', async ({ world }) => {
    await enable(world);
    await signOut();
    await signInAs('Ben');
    await press('Cancel and go back to sign-in');
    await sees('Sign in to Larkfield');
    expect(world.asked).toContain('POST /challenge/cancel');
  });

  test('an expired sign-in is reported', async ({ world }) => {
    const { secretKey } = await enable(world);
    await signOut();
    await signInAs('Ben');
    await sees('Signing in as b…@l….example');
    world.wait(11 * 60_000);
    await type('Verification code', world.code(secretKey));
    await press('Verify');
    await sees('This sign-in has expired. Sign in again.');
  });

  test('"Cancel" keeps 2FA on, and after "Disable 2FA" the password alone signs in', async ({
    world,
  }) => {
    await enable(world);
    await press('Disable 2FA');
    await sees(/Make sure you have a strong, unique password/);
    await pressInDialog('Cancel');
    await sees('Enabled');
    await press('Disable 2FA');
    await pressInDialog('Disable 2FA');
    await sees('Disabled');
    await signOut();
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });

  test('an action that requires fresh proof asks for the proof and then continues', async ({
    world,
  }) => {
    const { secretKey } = await enable(world);
    world.wait(6 * 60_000);
    await press('Generate new backup codes');
    await pressInDialog('Generate new backup codes');
    await sees("Confirm it's you");
    const [field, button] = [
      page.getByLabelText('Verification code'),
      page.getByRole('button', { name: 'Confirm', exact: true }),
    ].map((control) => control.element().getBoundingClientRect());
    expect((button?.top ?? 0) - (field?.bottom ?? 0)).toBeGreaterThanOrEqual(8);
    await type('Verification code', world.code(secretKey));
    await press('Confirm');
    await sees(/Your old codes no longer work/);
  });

  const endings = [
    ['by timeout', async ({ wait }) => wait(25 * 60 * 60_000)],
    ['in another tab', ({ stores }) => stores.account.signOut()],
  ] satisfies [string, (world: CompanionWorld) => Promise<unknown>][];
  test.for(endings)(
    'the dialog for fresh proof closes when the session ends %s',
    async ([, end], { world }) => {
      const { secretKey } = await enable(world);
      world.wait(6 * 60_000);
      await press('Generate new backup codes');
      await pressInDialog('Generate new backup codes');
      await sees("Confirm it's you");
      await type('Verification code', world.code(secretKey));
      await end(world);
      if (world.stores.account.phase.value.at !== 'out') await press('Confirm');
      await expect.element(page.getByText("Confirm it's you")).not.toBeInTheDocument();
      await sees('Sign in to Larkfield');
    },
  );
});
