import { beforeEach, describe, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import {
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

describe('the sign-in page', () => {
  test('tells a new visitor what the page is and whom they can sign in as', async () => {
    await sees(
      /Try two-factor authentication from setup to lockout.* Nothing leaves this computer\./,
    );
    for (const name of ['Ada Okafor', 'Ben Lindqvist', 'Gina Rossi', 'Theo Martens', 'Olga Novak'])
      await sees(name);
  });

  test('shows the same message for a wrong password and an unknown address', async () => {
    await type('Email', 'ada@larkfield.example');
    await type('Password', 'wrong');
    await press('Sign in');
    await sees('Incorrect email or password.');
    await type('Email', 'nobody@larkfield.example');
    await press('Sign in');
    await sees('Incorrect email or password.');
  });

  test('reports an empty field without calling the service', async ({ world }) => {
    await press('Sign in');
    await expect
      .element(page.getByLabelText('Email', { exact: true }))
      .toHaveAccessibleDescription('Fill in this field.');
    expect(world.asked).not.toContain('POST /sign-in');
  });

  test('says that the previous session has ended', async ({ world }) => {
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
    world.wait(61 * 60_000);
    await world.stores.refresh();
    await sees('Your session has ended. Sign in again.');
  });
});

describe('the Security tab', () => {
  beforeEach(async () => {
    await signInAs('Ben');
    await openSecurity();
  });

  test('opens from the avatar at the bottom of the left sidebar', () => {
    const box = document.querySelector('aside button[aria-haspopup]')?.getBoundingClientRect();
    expect(box?.right).toBeLessThan(window.innerWidth / 2);
    expect(box?.top).toBeGreaterThan(window.innerHeight / 2);
  });

  test('describes what the user can manage on it', async () => {
    await sees(
      'Manage how you sign in: your password, two-factor authentication, and password-reset email.',
    );
  });

  test('generates no secret before the dialog is confirmed', async ({ world }) => {
    await press('Enable 2FA');
    await pressInDialog('Cancel');
    expect(world.asked).not.toContain('POST /two-factor/start');
    await sees('Disabled');
  });

  test('shows QR code, secret key and ten backup codes before verification', async () => {
    const { secretKey, codes } = await openSetUp();
    expect(secretKey).toMatch(/^[A-Z2-7]{32}$/);
    expect(codes).toHaveLength(10);
    await expect.element(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await sees(/They are the only way to regain access/);
  });

  test('keeps the same secret and leaves 2FA off after a wrong code', async () => {
    const before = await openSetUp();
    await page.getByLabelText("I've saved these codes").click();
    await type('Verification code', '000000');
    await pressInDialog('Verify');
    await sees('Incorrect code. Check your authenticator app and try again.');
    expect(await readSetUp()).toEqual(before);
  });

  test('leaves 2FA off if the setup is closed before "Verify"', async () => {
    await openSetUp();
    await pressInDialog('Cancel');
    await sees('Disabled');
    await signOut();
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });

  test('requires the backup codes to be saved before the setup can be completed', async ({
    world,
  }) => {
    const { secretKey } = await openSetUp();
    await type('Verification code', world.code(secretKey));
    await pressInDialog('Verify');
    await sees('Save your codes, then check this box.');
    expect(world.asked).not.toContain('POST /two-factor/verify');
  });

  test('sends backup codes to Tessera with their account', async ({ world }) => {
    const { codes } = await openSetUp();
    await pressInDialog('Save to Tessera');
    await expect
      .poll(() => world.kept)
      .toEqual([{ issuer: 'Larkfield', account: 'ben@larkfield.example', codes }]);
  });

  test(`checks "I've saved these codes" once Tessera has saved the codes, not when they are sent`, async ({
    world,
  }) => {
    await openSetUp();
    const box = page.getByRole('checkbox', { name: "I've saved these codes" });
    await pressInDialog('Save to Tessera');
    await expect.poll(() => world.kept.length).toBe(1);
    await expect.element(box).not.toBeChecked();
    world.saveInAuthenticator('ben@larkfield.example');
    await expect.element(box).toBeChecked();
  });

  test('names the file of backup codes after the service, and writes one code per line', async () => {
    const click = vi
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => undefined);
    const created = vi.spyOn(URL, 'createObjectURL');
    try {
      const { codes } = await openSetUp();
      await pressInDialog('Download');
      await expect
        .poll(() => click.mock.contexts[0])
        .toHaveProperty('download', 'larkfield-backup-codes.txt');
      const file = created.mock.calls[0]?.[0];
      const lines = file instanceof Blob ? (await file.text()).split('\n') : [];
      expect(lines[0]).toBe('Backup codes for Larkfield (ben@larkfield.example)');
      expect(lines.filter((line) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/.test(line))).toEqual(codes);
    } finally {
      click.mockRestore();
      created.mockRestore();
    }
  });
});
