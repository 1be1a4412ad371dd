import { describe, expect, test } from 'vitest';
import { makeWorld, minute, no, refusal, stores, yes } from './support';

describe.each(stores)('turning 2FA off, and proving who is there (%s store)', (_, makeStore) => {
  const step = 30_000;

  async function benWithTwoFactor() {
    const it = await makeWorld(makeStore());
    const ben = await it.signedIn('member');
    return { it, ben, ...(await it.enrol(ben)) };
  }

  test('48: turning it off needs a fresh proof, ends other sessions and the codes, and mails', async () => {
    const { it, ben, secretKey, backupCodes } = await benWithTwoFactor();
    const other = await it.challenged('member');
    await yes(other.browser.code(other.challenge, it.code(secretKey)));
    it.wait(5 * minute + step);
    expect(await no(ben.disable())).toBe('401 reauth_required');
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
    await yes(ben.sudoCode(it.code(secretKey)));
    await yes(ben.disable());
    expect((await yes(ben.security())).twoFactor).toMatchObject({
      state: 'off',
      backupCodesLeft: null,
    });
    expect(await no(other.browser.me())).toBe('401 signed_out');
    expect((await it.mailKinds('member'))[0]).toBe('two-factor-off');
    await it.signedIn('member');
    const again = await it.enrol(ben);
    const { browser, challenge } = await it.challenged('member');
    it.wait(step);
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('400 wrong_code');
    expect(await no(browser.backupCode(challenge, backupCodes[0] ?? ''))).toBe('400 wrong_code');
    await yes(browser.code(challenge, it.code(again.secretKey)));
  });

  test("49: what is off can't be turned off", async () => {
    const it = await makeWorld(makeStore());
    expect(await no((await it.signedIn('member')).disable())).toBe('409 not_on');
  });

  test('50: while a workspace requires it, it stays on, and the reason names the workspace', async () => {
    const { it, ben } = await benWithTwoFactor();
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(it.enforce(ada));
    expect((await yes(ben.security())).enforcedBy).toEqual(['Harbour']);
    for (const browser of [ben, ada])
      expect(await refusal(browser.disable())).toMatchObject({
        code: 'enforced',
        message: "Two-factor authentication is required by Harbour. You can't turn it off.",
      });
  });

  test('51: a challenge is no session: nothing can be turned off with it', async () => {
    const { it } = await benWithTwoFactor();
    const { browser, challenge } = await it.challenged('member');
    browser.useToken(challenge);
    expect(await no(browser.disable())).toBe('401 signed_out');
  });

  test('52: a proof lasts five minutes, in the session that gave it', async () => {
    const { it, ben, secretKey } = await benWithTwoFactor();
    const { password } = it.person('member');
    const other = await it.challenged('member');
    await yes(other.browser.code(other.challenge, it.code(secretKey)));
    it.wait(10 * minute);
    await yes(ben.sudoCode(it.code(secretKey)));
    it.wait(299_000);
    await yes(ben.regenerate());
    await yes(ben.me());
    it.wait(2000);
    expect(await no(ben.regenerate())).toBe('401 reauth_required');
    await yes(ben.sudoCode(it.code(secretKey)));
    // Had it been another session's proof, this one could go on too.
    const third = await it.challenged('member');
    it.wait(step);
    await yes(third.browser.code(third.challenge, it.code(secretKey)));
    it.wait(5 * minute);
    it.wait(step);
    await yes(ben.sudoCode(it.code(secretKey)));
    expect(await no(third.browser.regenerate())).toBe('401 reauth_required');
    // A password is no proof where there is a second factor.
    it.wait(6 * minute);
    await yes(ben.sudoPassword(password));
    expect(await refusal(ben.regenerate())).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['code', 'backup-code'] },
    });
  });

  test('52: so many tries a minute and no more', async () => {
    const it = await makeWorld(makeStore());
    const ben = await it.signedIn('member');
    for (let i = 0; i < 10; i++)
      expect(await no(ben.sudoPassword('wrong'))).toBe('400 wrong_password');
    expect(await no(ben.sudoPassword(it.person('member').password))).toBe('429 too_many');
    it.wait(minute);
    await yes(ben.sudoPassword(it.person('member').password));
  });

  test('53: with a Google account the proof is a code, or a fresh step at Google; never a password', async () => {
    const it = await makeWorld(makeStore());
    const gina = await it.signedIn('google');
    expect(await no(gina.sudoPassword('anything'))).toBe('409 no_password');
    expect(await no(gina.changePassword('anything', 'a whole new passphrase'))).toBe(
      '409 no_password',
    );
    it.wait(6 * minute);
    expect((await refusal(gina.start())).facts).toEqual({ methods: ['google'] });
    const approve = (sub: string) =>
      yes(gina.api['pretend-google'].approve.$post({ json: { sub } }));
    expect(await no(gina.api.sudo.google.$post({ json: await approve('google-1002') }))).toBe(
      '401 google_failed',
    );
    await yes(gina.api.sudo.google.$post({ json: await approve('google-1001') }));
    const { secretKey } = await it.enrol(gina);
    it.wait(6 * minute);
    expect((await refusal(gina.disable())).facts).toEqual({ methods: ['code', 'backup-code'] });
    await yes(gina.sudoCode(it.code(secretKey)));
    await yes(gina.disable());
  });

  test('a backup code is a proof too, and is spent by it', async () => {
    const { it, ben, backupCodes } = await benWithTwoFactor();
    it.wait(6 * minute);
    await yes(ben.sudoBackupCode(backupCodes[0] ?? ''));
    expect((await yes(ben.security())).twoFactor.backupCodesLeft).toBe(9);
    expect(await no(ben.sudoBackupCode(backupCodes[0] ?? ''))).toBe('400 wrong_code');
    await yes(ben.disable());
  });
});
