import { describe, expect, test } from 'vitest';
import { parseOtpUri } from '../../../lib/otp';
import { faultyStore } from './faultyStore';
import { makeWorld, minute, no, refusal, stores, wrongCode, yes } from './support';

describe.each(stores)('turning 2FA on (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('1: after a wrong code, 2FA stays off and the same secret still works', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    expect(await no(ben.verify(setUp.enrolment, wrongCode(setUp.secretKey, world.now())))).toBe(
      '400 wrong_code',
    );
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
  });

  test('2: the right code turns 2FA on, sends one mail and creates ten backup codes', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await world.enrol(ben);
    const { twoFactor } = await yes(ben.security());
    expect(twoFactor).toMatchObject({ state: 'on', backupCodesLeft: 10 });
    expect(new Set(setUp.backupCodes).size).toBe(10);
    expect(await world.mailKinds('member')).toEqual(['two-factor-on']);
  });

  test('3: a setup expires after ten minutes', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    world.wait(10 * minute + 1000);
    expect(await no(ben.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe(
      '410 pending_expired',
    );
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
  });

  test('4: nothing can be verified before a setup is started', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    expect(await no(ben.verify('anything', '123456'))).toBe('409 nothing_pending');
  });

  test("5: a setup can't be verified in another session", async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    const there = await world.signedIn('member');
    const setUp = await yes(here.start());
    expect(await no(there.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe(
      '409 nothing_pending',
    );
  });

  test('6: with setups in two tabs, the newer setup continues and the older setup is refused', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const older = await yes(ben.start());
    const newer = await yes(ben.start());
    expect(await refusal(ben.verify(older.enrolment, world.code(older.secretKey)))).toMatchObject({
      code: 'restarted',
    });
    await yes(ben.verify(newer.enrolment, world.code(newer.secretKey)));
  });

  test("7: a setup can't be started while 2FA is on", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    expect(await no(ben.start())).toBe('409 already_on');
  });

  test('8: a canceled setup never works, and canceling twice has no effect', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    await yes(ben.cancel());
    await yes(ben.cancel());
    expect(await no(ben.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe(
      '409 nothing_pending',
    );
    await world.signedIn('member');
  });

  test("9: the activation code can't be used again to sign in", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    const code = world.code(setUp.secretKey);
    await yes(ben.verify(setUp.enrolment, code));
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, code))).toBe('400 wrong_code');
  });

  test("10: 2FA can't be turned on for an unverified address", async () => {
    const world = await newWorld();
    const noor = world.browser();
    await yes(world.viaGoogle(noor, 'google-1003'));
    expect(await no(noor.start())).toBe('409 verify_email_first');
    await yes(noor.api.me['verify-email'].$post());
    const token = await world.mailedToken('noor@larkfield.example');
    await yes(world.browser().api['verify-email'].$post({ json: { token } }));
    await world.enrol(noor);
  });

  test('11: a setup asks for re-authentication after five minutes, then continues', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    world.wait(5 * minute + 1000);
    expect(await refusal(ben.start())).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['password'] },
    });
    await yes(ben.sudoPassword(world.person('member').password));
    await yes(ben.start());
  });

  test('13: an error while 2FA is turned on rolls back, and the same code works again', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    const code = world.code(setUp.secretKey);
    const failed = store.failOnce('sessions', 'put');
    expect(await no(ben.verify(setUp.enrolment, code))).toBe('500 fault');
    expect(failed()).toBe(true);
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
    await yes(ben.verify(setUp.enrolment, code));
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
  });

  test('a setup changes no other account', async () => {
    const world = await newWorld();
    const others = async () =>
      JSON.stringify(
        await world.store.read(async (tx) => [
          (await tx.users.all()).filter(({ email }) => !email.startsWith('ben@')),
        ]),
      );
    const ben = await world.signedIn('member');
    const before = await others();
    await world.enrol(ben);
    expect(await others()).toBe(before);
  });

  test('canceling a setup leaves 2FA off and no secret stored', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await yes(ben.start());
    await yes(ben.cancel());
    expect(await world.store.read((tx) => tx.pending.all())).toEqual([]);
    expect(await world.store.read((tx) => tx.factors.all())).toEqual([]);
  });

  test('when an authenticator is replaced, the old authenticator works until the new authenticator is verified', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const old = await world.enrol(ben);
    const next = await yes(ben.start(true));
    const first = await world.challenged('member');
    await yes(first.browser.code(first.challenge, world.code(old.secretKey)));
    await yes(ben.verify(next.enrolment, world.code(next.secretKey)));
    world.wait(30_000);
    const second = await world.challenged('member');
    expect(await no(second.browser.code(second.challenge, world.code(old.secretKey)))).toBe(
      '400 wrong_code',
    );
    await yes(second.browser.code(second.challenge, world.code(next.secretKey)));
  });

  test('the QR text contains the secret key, the issuer and the account', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
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
