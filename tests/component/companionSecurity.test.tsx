import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  enable,
  openCompanion,
  openSecurity,
  press,
  pressInDialog,
  readSetUp,
  sees,
  signInAs,
  signOut,
  type,
  type CompanionWorld,
} from './companionWorld';

let world: CompanionWorld;
beforeEach(async () => {
  world = await openCompanion();
});
afterEach(() => world.close());

describe('signing in', () => {
  test('a newcomer reads what this is and whom they can be', async () => {
    await sees(/A pretend account service that lives inside your browser/);
    for (const name of ['Ada Okafor', 'Ben Lindqvist', 'Gina Rossi', 'Theo Martens', 'Olga Novak'])
      await sees(name);
  });

  test('R88: a wrong password and an unknown address get the same sentence', async () => {
    await type('Email', 'ada@larkfield.example');
    await type('Password', 'wrong');
    await press('Sign in');
    await sees('Incorrect email or password.');
    await type('Email', 'nobody@larkfield.example');
    await press('Sign in');
    await sees('Incorrect email or password.');
  });

  test('an empty field is named before the service is asked', async () => {
    await press('Sign in');
    await expect
      .element(page.getByLabelText('Email', { exact: true }))
      .toHaveAccessibleDescription('Fill in this field.');
    expect(world.asked).not.toContain('POST /sign-in');
  });

  test('a session that ended says so on the sign-in page', async () => {
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

  test('R1: the avatar that leads there is at the bottom of the left sidebar', () => {
    const box = document.querySelector('aside button[aria-haspopup]')?.getBoundingClientRect();
    expect(box?.right).toBeLessThan(window.innerWidth / 2);
    expect(box?.top).toBeGreaterThan(window.innerHeight / 2);
  });

  test('R2: it says what is managed', async () => {
    await sees(
      'Manage how you sign in: your password, two-factor authentication, and password-reset email.',
    );
  });

  test('R25: no secret is made before the dialog is confirmed', async () => {
    await press('Enable 2FA');
    await pressInDialog('Cancel');
    expect(world.asked).not.toContain('POST /two-factor/start');
    await sees('Disabled');
  });

  test('R26, R27: QR code, secret key and ten backup codes are shown before verification', async () => {
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    const { secretKey, codes } = await readSetUp();
    expect(secretKey).toMatch(/^[A-Z2-7]{32}$/);
    expect(codes).toHaveLength(10);
    await expect.element(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await sees(/They are the only way to regain access/);
  });

  test('R32: a wrong code leaves the same secret and 2FA off', async () => {
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    const before = await readSetUp();
    await page.getByLabelText('I saved them').click();
    await type('Verification code', '000000');
    await pressInDialog('Verify');
    await sees('Incorrect code. Check your authenticator app and try again.');
    expect(await readSetUp()).toEqual(before);
  });

  test('R33: closing before Verify leaves 2FA off', async () => {
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    await readSetUp();
    await pressInDialog('Cancel');
    await sees('Disabled');
    await signOut();
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });

  test('the codes have to be saved before the set-up can end', async () => {
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    const { secretKey } = await readSetUp();
    await type('Verification code', world.code(secretKey));
    await pressInDialog('Verify');
    await sees('Tick this once the codes are saved.');
    expect(world.asked).not.toContain('POST /two-factor/verify');
  });

  test('backup codes go to Tessera with the account that they belong to', async () => {
    await press('Enable 2FA');
    await pressInDialog('Enable 2FA');
    const { codes } = await readSetUp();
    await pressInDialog('Save to Tessera');
    await expect
      .poll(() => world.kept)
      .toEqual([{ issuer: 'Larkfield', account: 'ben@larkfield.example', codes }]);
  });

  test('R34: the file of backup codes is named after the service and holds each on a line', async () => {
    const click = vi
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => undefined);
    const created = vi.spyOn(URL, 'createObjectURL');
    try {
      await press('Enable 2FA');
      await pressInDialog('Enable 2FA');
      const { codes } = await readSetUp();
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

describe('with 2FA on', () => {
  beforeEach(async () => {
    await signInAs('Ben');
    await openSecurity();
  });

  test('R31, R35, R39, R46: the next sign-in asks for a code of the account it names', async () => {
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

  test('R43, R92: a backup code works once and says how many are left', async () => {
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

  test('R92: three codes left are a warning with the way to new ones, none left is said until there are', async () => {
    const { codes } = await enable(world);
    const { account, demo } = world.stores;
    const password = demo.demo.value?.people.find(({ name }) => name.startsWith('Ben'))?.password;
    const signInBy = async (code: string) => {
      await account.signOut();
      await account.signIn('ben@larkfield.example', password ?? '');
      await account.answerBackupCode(code);
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

  test('R45: going back ends the sign-in', async () => {
    await enable(world);
    await signOut();
    await signInAs('Ben');
    await press('Cancel and go back to sign-in');
    await sees('Sign in to Larkfield');
    expect(world.asked).toContain('POST /challenge/cancel');
  });

  test('R91: a challenge that waited too long says so', async () => {
    const { secretKey } = await enable(world);
    await signOut();
    await signInAs('Ben');
    await sees('Signing in as b…@l….example');
    world.wait(11 * 60_000);
    await type('Verification code', world.code(secretKey));
    await press('Verify');
    await sees('This sign-in has expired. Sign in again.');
  });

  test('R47-R49: Cancel keeps it on; Disable 2FA leaves the password alone', async () => {
    await enable(world);
    await press('Disable 2FA');
    await sees(/Make sure that you have a strong, unique password/);
    await pressInDialog('Cancel');
    await sees('Enabled');
    await press('Disable 2FA');
    await pressInDialog('Disable 2FA');
    await sees('Disabled');
    await signOut();
    await signInAs('Ben');
    await sees('Welcome, Ben Lindqvist');
  });

  test('what wants a fresh proof asks for it and then goes on', async () => {
    const { secretKey } = await enable(world);
    world.wait(6 * 60_000);
    await press('Generate new backup codes');
    await pressInDialog('Generate new backup codes');
    await sees("Confirm that it's you");
    await type('Verification code', world.code(secretKey));
    await press('Confirm');
    await sees(/Your old codes no longer work/);
  });

  test.each([
    ['by the time that is over', () => Promise.resolve(world.wait(25 * 60 * 60_000))],
    ['in another tab', () => world.stores.account.signOut()],
  ])('the question for a fresh proof goes with the session that ends %s', async (_how, end) => {
    const { secretKey } = await enable(world);
    world.wait(6 * 60_000);
    await press('Generate new backup codes');
    await pressInDialog('Generate new backup codes');
    await sees("Confirm that it's you");
    await type('Verification code', world.code(secretKey));
    await end();
    if (world.stores.account.phase.value.at !== 'out') await press('Confirm');
    await expect.element(page.getByText("Confirm that it's you")).not.toBeInTheDocument();
    await sees('Sign in to Larkfield');
  });
});
