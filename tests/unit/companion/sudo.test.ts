import { describe, expect, test } from 'vitest';
import { makeWorld, minute, no, refusal, stores, wrongCode, yes } from './support';

describe.each(stores)('turning 2FA off, and fresh proof (%s store)', (_, makeStore) => {
  const step = 30_000;

  async function benWithTwoFactor() {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    return { world, ben, ...(await world.enrol(ben)) };
  }

  test('48: turning 2FA off needs fresh proof, ends other sessions and voids backup codes', async () => {
    const { world, ben, secretKey, backupCodes } = await benWithTwoFactor();
    const other = await world.challenged('member');
    await yes(other.browser.code(other.challenge, world.code(secretKey)));
    world.wait(5 * minute + step);
    expect(await no(ben.disable())).toBe('401 reauth_required');
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
    await yes(ben.sudoCode(world.code(secretKey)));
    await yes(ben.disable());
    expect((await yes(ben.security())).twoFactor).toMatchObject({
      state: 'off',
      backupCodesLeft: null,
    });
    expect(await no(other.browser.me())).toBe('401 signed_out');
    expect((await world.mailKinds('member'))[0]).toBe('two-factor-off');
    await world.signedIn('member');
    const again = await world.enrol(ben);
    const { browser, challenge } = await world.challenged('member');
    world.wait(step);
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('400 wrong_code');
    expect(await no(browser.backupCode(challenge, backupCodes[0] ?? ''))).toBe('400 wrong_code');
    await yes(browser.code(challenge, world.code(again.secretKey)));
  });

  test("49: 2FA that is off can't be turned off", async () => {
    const world = await makeWorld(makeStore());
    expect(await no((await world.signedIn('member')).disable())).toBe('409 not_on');
  });

  test("50: 2FA can't be turned off while a workspace requires it", async () => {
    const { world, ben } = await benWithTwoFactor();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    expect((await yes(ben.security())).enforcedBy).toEqual(['Harbour']);
    for (const browser of [ben, ada])
      expect(await refusal(browser.disable())).toMatchObject({
        code: 'enforced',
        facts: { workspace: 'Harbour' },
      });
  });

  test("51: a challenge token can't disable 2FA", async () => {
    const { world } = await benWithTwoFactor();
    const { browser, challenge } = await world.challenged('member');
    browser.useToken(challenge);
    expect(await no(browser.disable())).toBe('401 signed_out');
  });

  test('52: a proof lasts five minutes, and only in its own session', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor();
    const { password } = world.person('member');
    const other = await world.challenged('member');
    await yes(other.browser.code(other.challenge, world.code(secretKey)));
    world.wait(10 * minute);
    await yes(ben.sudoCode(world.code(secretKey)));
    world.wait(299_000);
    await yes(ben.regenerate());
    await yes(ben.me());
    world.wait(2000);
    expect(await no(ben.regenerate())).toBe('401 reauth_required');
    await yes(ben.sudoCode(world.code(secretKey)));
    // A proof in another session must not count for this session.
    const third = await world.challenged('member');
    world.wait(step);
    await yes(third.browser.code(third.challenge, world.code(secretKey)));
    world.wait(5 * minute);
    world.wait(step);
    await yes(ben.sudoCode(world.code(secretKey)));
    expect(await no(third.browser.regenerate())).toBe('401 reauth_required');
    // A password isn't sufficient proof if there is a second factor.
    world.wait(6 * minute);
    await yes(ben.sudoPassword(password));
    expect(await refusal(ben.regenerate())).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['code', 'backup-code'] },
    });
  });

  test('52: re-authentication attempts are limited per minute', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor();
    for (let i = 0; i < 5; i++)
      expect(await no(ben.sudoCode(wrongCode(secretKey, world.now())))).toBe('400 wrong_code');
    for (let i = 0; i < 5; i++)
      expect(await no(ben.sudoBackupCode('0000-0000-0000-0000'))).toBe('400 wrong_code');
    expect(await no(ben.sudoCode(world.code(secretKey)))).toBe('429 too_many');
  });

  test('53: the proof for a Google account is a code or a new approval by Google, never a password', async () => {
    const world = await makeWorld(makeStore());
    const gina = await world.signedIn('google');
    expect(await no(gina.sudoPassword('anything'))).toBe('409 no_password');
    expect(await no(gina.changePassword('anything', 'a whole new passphrase'))).toBe(
      '409 no_password',
    );
    world.wait(6 * minute);
    expect((await refusal(gina.start())).facts).toEqual({ methods: ['google'] });
    const approve = (sub: string) =>
      yes(gina.api['pretend-google'].approve.$post({ json: { sub } }));
    expect(await no(gina.api.sudo.google.$post({ json: await approve('google-1002') }))).toBe(
      '401 google_failed',
    );
    await yes(gina.api.sudo.google.$post({ json: await approve('google-1001') }));
    const { secretKey } = await world.enrol(gina);
    world.wait(6 * minute);
    expect((await refusal(gina.disable())).facts).toEqual({ methods: ['code', 'backup-code'] });
    await yes(gina.sudoCode(world.code(secretKey)));
    await yes(gina.disable());
  });

  test('re-authentication with a backup code uses up the code', async () => {
    const { world, ben, backupCodes } = await benWithTwoFactor();
    world.wait(6 * minute);
    await yes(ben.sudoBackupCode(backupCodes[0] ?? ''));
    expect((await yes(ben.security())).twoFactor.backupCodesLeft).toBe(9);
    expect(await no(ben.sudoBackupCode(backupCodes[0] ?? ''))).toBe('400 wrong_code');
    await yes(ben.disable());
  });

  test("52: a mailed secret that isn't active yet isn't accepted as proof", async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const key = await world.mailedKey(world.person('member').email);
    world.wait(6 * minute);
    expect(await no(ben.sudoCode(world.code(key)))).toBe('409 not_on');
    expect((await refusal(ben.start())).facts).toEqual({ methods: ['password'] });
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(key)));
  });

  test('48: new backup codes end other sessions', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor();
    const other = await world.challenged('member');
    await yes(other.browser.code(other.challenge, world.code(secretKey)));
    await yes(ben.regenerate());
    expect(await no(other.browser.me())).toBe('401 signed_out');
    await yes(ben.me());
  });

  test('48: turning 2FA on ends other sessions', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const other = await world.signedIn('member', 'Firefox/153 Linux');
    await world.enrol(ben);
    expect(await no(other.me())).toBe('401 signed_out');
    await yes(ben.me());
  });

  test('97: a right password at re-authentication resets the count of wrong passwords', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++)
        expect(await no(ben.sudoPassword('wrong'))).toBe('400 wrong_password');
      await yes(ben.sudoPassword(world.person('member').password));
    }
  });

  test('52: re-authentication by password is limited, whether the password is right or wrong', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const { password } = world.person('member');
    for (let i = 0; i < 10; i++) await yes(ben.sudoPassword(password));
    expect(await no(ben.sudoPassword(password))).toBe('429 too_many');
  });

  test('48: turning 2FA off ends a sign-in that waits for a code', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor();
    const { browser, challenge } = await world.challenged('member');
    await yes(ben.disable());
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
    expect(await world.store.read((tx) => tx.challenges.all())).toEqual([]);
  });
});
