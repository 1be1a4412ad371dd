import { describe, expect, test } from 'vitest';
import { parseOtpUri } from '../../../lib/otp';
import { faultyStore } from './faultyStore';
import { makeWorld, minute, no, refusal, stores, wrongCode, yes } from './support';

describe.each(stores)('turning 2FA on (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('1: a wrong code is refused, 2FA stays off, and the same secret still works', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    expect(await no(ben.verify(setUp.enrolment, wrongCode(setUp.secretKey, it.now())))).toBe(
      '400 wrong_code',
    );
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
    await yes(ben.verify(setUp.enrolment, it.code(setUp.secretKey)));
  });

  test('2: the right code turns it on, sends one mail and leaves ten backup codes', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const setUp = await it.enrol(ben);
    const { twoFactor } = await yes(ben.security());
    expect(twoFactor).toMatchObject({ state: 'on', backupCodesLeft: 10 });
    expect(new Set(setUp.backupCodes).size).toBe(10);
    expect(await it.mailKinds('member')).toEqual(['two-factor-on']);
  });

  test('3: after ten minutes the set-up has expired', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    it.wait(10 * minute + 1000);
    expect(await no(ben.verify(setUp.enrolment, it.code(setUp.secretKey)))).toBe(
      '410 pending_expired',
    );
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
  });

  test('4: nothing can be verified before a set-up was started', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    expect(await no(ben.verify('anything', '123456'))).toBe('409 nothing_pending');
  });

  test("5: another session can't verify this session's set-up", async () => {
    const it = await world();
    const here = await it.signedIn('member');
    const there = await it.signedIn('member');
    const setUp = await yes(here.start());
    expect(await no(there.verify(setUp.enrolment, it.code(setUp.secretKey)))).toBe(
      '409 nothing_pending',
    );
  });

  test('6: of two tabs, the one that started later goes on and the older is told so', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const older = await yes(ben.start());
    const newer = await yes(ben.start());
    expect(await refusal(ben.verify(older.enrolment, it.code(older.secretKey)))).toMatchObject({
      code: 'restarted',
      message: expect.stringContaining('restarted in another tab'),
    });
    await yes(ben.verify(newer.enrolment, it.code(newer.secretKey)));
  });

  test("7: what is on can't be started again", async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    expect(await no(ben.start())).toBe('409 already_on');
  });

  test('8: a cancelled set-up never works, and cancelling twice does no harm', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    await yes(ben.cancel());
    await yes(ben.cancel());
    expect(await no(ben.verify(setUp.enrolment, it.code(setUp.secretKey)))).toBe(
      '409 nothing_pending',
    );
    await it.signedIn('member');
  });

  test('9: the code that turned it on does not sign in too', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    const code = it.code(setUp.secretKey);
    await yes(ben.verify(setUp.enrolment, code));
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, code))).toBe('400 wrong_code');
  });

  test('10: an address that nobody verified gets no 2FA, until its owner opens the mailed link', async () => {
    const it = await world();
    const noor = it.browser();
    await yes(it.viaGoogle(noor, 'google-1003'));
    expect(await no(noor.start())).toBe('409 verify_email_first');
    await yes(noor.api.me['verify-email'].$post());
    const token = await it.mailedToken('noor@larkfield.example');
    await yes(it.browser().api['verify-email'].$post({ json: { token } }));
    await it.enrol(noor);
  });

  test('11: after five minutes it asks who is there, and goes on once that is proven', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    it.wait(5 * minute + 1000);
    expect(await refusal(ben.start())).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['password'] },
    });
    await yes(ben.sudoPassword(it.person('member').password));
    await yes(ben.start());
  });

  test('13: a fault between turning on and the new session undoes both; the same code works again', async () => {
    const store = faultyStore(makeStore());
    const it = await makeWorld(store);
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    const code = it.code(setUp.secretKey);
    const failed = store.failOnce('sessions', 'put');
    expect(await no(ben.verify(setUp.enrolment, code))).toBe('500 fault');
    expect(failed()).toBe(true);
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
    await yes(ben.verify(setUp.enrolment, code));
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
  });

  test("someone's set-up touches nobody else's account", async () => {
    const it = await world();
    const others = async () =>
      JSON.stringify(
        await it.store.read(async (tx) => [
          (await tx.users.all()).filter(({ email }) => !email.startsWith('ben@')),
        ]),
      );
    const ben = await it.signedIn('member');
    const before = await others();
    await it.enrol(ben);
    expect(await others()).toBe(before);
  });

  test('closing the dialog leaves 2FA off and no secret behind', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await yes(ben.start());
    await yes(ben.cancel());
    expect(await it.store.read((tx) => tx.pending.all())).toEqual([]);
    expect(await it.store.read((tx) => tx.factors.all())).toEqual([]);
  });

  test('an authenticator can be replaced while the old one works until the new is verified', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const old = await it.enrol(ben);
    const next = await yes(ben.start(true));
    const first = await it.challenged('member');
    await yes(first.browser.code(first.challenge, it.code(old.secretKey)));
    await yes(ben.verify(next.enrolment, it.code(next.secretKey)));
    it.wait(30_000);
    const second = await it.challenged('member');
    expect(await no(second.browser.code(second.challenge, it.code(old.secretKey)))).toBe(
      '400 wrong_code',
    );
    await yes(second.browser.code(second.challenge, it.code(next.secretKey)));
  });

  test('the QR text holds the secret key, the issuer and the account', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { otpauth, secretKey } = await yes(ben.start());
    const account = parseOtpUri(otpauth);
    expect(account).toMatchObject({
      issuer: 'Larkfield',
      account: 'ben@larkfield.example',
      otp: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
    });
    expect(account?.otp.secret).toHaveLength(20);
    expect(otpauth).toContain(`secret=${secretKey.replaceAll(' ', '')}`);
    expect(secretKey).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  });
});
