import { describe, expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
  enable,
  openSecurity,
  openSetUp,
  press,
  pressInDialog,
  readSetUp,
  sees,
  signInAs,
  signOut,
  type,
} from './companionWorld';
import { ben } from './companionInviting';

describe('replacing the authenticator', () => {
  test('100: keeps the old code working until the new authenticator is verified', async ({
    world,
  }) => {
    await signInAs('Ben');
    await openSecurity();
    const old = await enable(world);
    await press('Replace authenticator');
    await pressInDialog('Replace authenticator');
    const fresh = await readSetUp();
    expect(fresh.secretKey).not.toBe(old.secretKey);
    await page.getByLabelText("I've saved these codes").click();
    await type('Verification code', world.code(fresh.secretKey));
    await pressInDialog('Verify');
    await sees('Authenticator replaced.');
    await signOut();
    await signInAs('Ben');
    await type('Verification code', world.code(fresh.secretKey));
    await press('Verify');
    await sees('Welcome, Ben Lindqvist');
  });

  test('104: without backup codes, sign-in asks for the code only', async ({ world }) => {
    await signInAs('Ben');
    await openSecurity();
    const { codes } = await enable(world);
    const { account } = world.stores;
    for (const code of codes) {
      await account.signOut();
      await account.signIn(ben, world.passwordOf('Ben'));
      await account.submitBackupCode(code);
    }
    await account.signOut();
    window.location.hash = '#/sign-in';
    await signInAs('Ben');
    await sees('Signing in as b…@l….example');
    await expect
      .element(page.getByRole('button', { name: 'Use a backup code' }))
      .not.toBeInTheDocument();
    await expect.element(page.getByText(/We emailed you/)).not.toBeInTheDocument();
  });

  test('101: never tells a sole admin to ask an admin', async ({ world }) => {
    await signInAs('Ada');
    await openSecurity();
    const { secretKey } = await openSetUp();
    await sees(/Nobody else can reset this\. Keep your backup codes in two places\./);
    expect(document.body.textContent).not.toMatch(/workspace admin/);
    await page.getByLabelText("I've saved these codes").click();
    await type('Verification code', world.code(secretKey));
    await pressInDialog('Verify');
    await sees('Enabled');
    await signOut();
    await signInAs('Ada');
    await sees(/nobody else can reset it for you/);
    expect(document.body.textContent).not.toMatch(/workspace admin/);
  });
});
