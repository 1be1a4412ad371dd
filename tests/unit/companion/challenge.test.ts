import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../../lib/crypto';
import { readSecretKey } from '../../../lib/otp';
import {
  day,
  hour,
  makeWorld,
  minute,
  no,
  refusal,
  stores,
  wrongCode,
  yes,
  type World,
} from './support';

const step = 30_000;

/** Ben with 2FA on, signed in here, and the secret key of his authenticator. */
async function benWithTwoFactor(makeStore: (typeof stores)[number][1]) {
  const it = await makeWorld(makeStore());
  const ben = await it.signedIn('member');
  const { secretKey, backupCodes } = await it.enrol(ben);
  const wrong = () => wrongCode(secretKey, it.now());
  /** So many wrong codes, each at a sign-in of its own. */
  const fail = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const { browser, challenge } = await it.challenged('member');
      await no(browser.code(challenge, wrong()));
    }
  };
  /** A sign-in with the present code. */
  const pass = async () => {
    const { browser, challenge } = await it.challenged('member');
    return browser.code(challenge, it.code(secretKey));
  };
  return { it, ben, secretKey, backupCodes, wrong, fail, pass };
}

const lockOf = (it: World) =>
  it.store.read(async (tx) => (await tx.locks.all()).find(({ id }) => id.startsWith('code ')));

describe.each(stores)('the challenge (%s store)', (_, makeStore) => {
  test('14: a right password alone gives no session and says nothing about the account', async () => {
    const { it } = await benWithTwoFactor(makeStore);
    const { browser, ...answer } = await it.challenged('member');
    expect(Object.keys(answer).toSorted()).toEqual(['account', 'challenge', 'methods', 'state']);
    expect(browser.token()).toBeNull();
    browser.useToken(answer.challenge);
    for (const call of [browser.me, browser.security, browser.sessions, browser.disable])
      expect(await no(call())).toBe('401 signed_out');
  });

  test.each([
    [-1, true],
    [0, true],
    [1, true],
    [-2, false],
    [2, false],
  ])('15: the code of %i steps away: %s', async (steps, accepted) => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    it.wait(10 * step);
    const { browser, challenge } = await it.challenged('member');
    const response = await browser.code(challenge, it.code(secretKey, steps));
    expect(response.ok).toBe(accepted);
  });

  test('16: one code signs one client in and not a second', async () => {
    const { it, ben, secretKey } = await benWithTwoFactor(makeStore);
    const first = await it.challenged('member');
    const second = await it.challenged('member');
    const code = it.code(secretKey);
    await yes(first.browser.code(first.challenge, code));
    expect((await yes(ben.me())).codeReplayedAt).toBeNull();
    expect(await refusal(second.browser.code(second.challenge, code))).toMatchObject({
      code: 'wrong_code',
      message: 'Incorrect code. Check your authenticator app and try again.',
    });
    // The owner is told where the owner is, and not at the prompt.
    expect(await it.mailKinds('member')).toContain('code-replayed');
    expect((await yes(ben.me())).codeReplayedAt).toBe(it.now());
  });

  test('17: an older code stays used after a newer one', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    it.wait(5 * step);
    const [older, newer] = [it.code(secretKey, -1), it.code(secretKey)];
    for (const code of [older, newer]) {
      const { browser, challenge } = await it.challenged('member');
      await yes(browser.code(challenge, code));
    }
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, older))).toBe('400 wrong_code');
  });

  test('18: a code that was used early stays used as long as it is in the window', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    it.wait(5 * step);
    const early = it.code(secretKey, 1);
    const first = await it.challenged('member');
    await yes(first.browser.code(first.challenge, early));
    for (const wait of [31_000, 29_000, 29_000]) {
      it.wait(wait);
      const { browser, challenge } = await it.challenged('member');
      expect(await no(browser.code(challenge, early))).toBe('400 wrong_code');
    }
  });

  test('19: after the next code the present one is too old', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    it.wait(5 * step);
    const present = it.code(secretKey);
    const first = await it.challenged('member');
    await yes(first.browser.code(first.challenge, it.code(secretKey, 1)));
    const second = await it.challenged('member');
    expect(await no(second.browser.code(second.challenge, present))).toBe('400 wrong_code');
  });

  test('20: digits that two steps share are accepted once', async () => {
    const rfcKey = new TextEncoder().encode('12345678901234567890');
    const it = await makeWorld(makeStore(), {
      // Every secret of 20 bytes that this service makes is the key of the RFC's vectors.
      random: (length) => (length === 20 ? rfcKey : crypto.getRandomValues(new Uint8Array(length))),
    });
    it.setNow(910_000 * step);
    const ben = await it.signedIn('member');
    const { secretKey } = await it.enrol(ben);
    expect(toBase64url(readSecretKey(secretKey))).toBe(toBase64url(rfcKey));
    it.setNow(910_737 * step);
    const first = await it.challenged('member');
    await yes(first.browser.code(first.challenge, '911617'));
    const [factor] = await it.store.read((tx) => tx.factors.all());
    expect(factor?.lastStep).toBe(910_738);
    it.setNow(910_738 * step);
    const second = await it.challenged('member');
    expect(await no(second.browser.code(second.challenge, '911617'))).toBe('400 wrong_code');
    await it.store.write(async (tx) => {
      if (factor) await tx.factors.put({ ...factor, lastStep: 910_736 });
    });
    await yes(second.browser.code(second.challenge, '911617'));
    const third = await it.challenged('member');
    expect(await no(third.browser.code(third.challenge, '911617'))).toBe('400 wrong_code');
  });

  test('21: what is no code at all is refused and counts as no try', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    for (const text of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '+12345', '0x1234'])
      expect(await no(browser.code(challenge, text))).toBe('400 malformed_code');
    expect(await lockOf(it)).toBeUndefined();
    const code = it.code(secretKey);
    await yes(browser.code(challenge, ` ${code.slice(0, 3)} ${code.slice(3)} `));
  });

  test('22: a leading zero belongs to the code', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    while (!it.code(secretKey).startsWith('0')) it.wait(step);
    const { browser, challenge } = await it.challenged('member');
    const code = it.code(secretKey);
    expect(await no(browser.code(challenge, code.slice(1)))).toBe('400 malformed_code');
    await yes(browser.code(challenge, code));
  });

  test('23: five wrong codes end the challenge, and the right one comes too late', async () => {
    const { it, secretKey, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    for (let i = 0; i < 5; i++)
      expect(await no(browser.code(challenge, wrong()))).toBe('400 wrong_code');
    expect(await refusal(browser.code(challenge, it.code(secretKey)))).toMatchObject({
      code: 'challenge_expired',
      message: 'This sign-in has expired. Sign in again.',
    });
  });

  test('24: of twenty wrong codes at once, five are looked at', async () => {
    const { it, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => no(browser.code(challenge, wrong()))),
    );
    expect(answers.filter((answer) => answer === '400 wrong_code')).toHaveLength(5);
    expect((await lockOf(it))?.total).toBe(5);
  });

  test('25: the right code sent twice at once gives one session', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const before = await it.store.read((tx) => tx.sessions.all());
    const { browser, challenge } = await it.challenged('member');
    const code = it.code(secretKey);
    const answers = await Promise.all([
      browser.code(challenge, code),
      browser.code(challenge, code),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await it.store.read((tx) => tx.sessions.all())).toHaveLength(before.length + 1);
  });

  test('26: ten wrong codes lock, however many sign-ins they are spread over', async () => {
    const { fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    expect(await refusal(pass())).toMatchObject({
      code: 'locked',
      message: 'Too many attempts. Try again in 15 minutes.',
    });
  });

  test('27: wrong codes and wrong backup codes add up', async () => {
    const { it, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(5);
    for (let i = 0; i < 5; i++) {
      const { browser, challenge } = await it.challenged('member');
      expect(await no(browser.backupCode(challenge, '0000-0000-0000-0000'))).toBe('400 wrong_code');
    }
    expect(await no(pass())).toBe('429 locked');
  });

  test('28: a right code begins the count anew', async () => {
    const { it, fail, pass } = await benWithTwoFactor(makeStore);
    for (let i = 0; i < 2; i++) {
      await fail(9);
      await yes(pass());
      it.wait(step);
    }
  });

  test('29: while locked the right code is refused, not counted and not used up', async () => {
    const { it, fail, pass, secretKey } = await benWithTwoFactor(makeStore);
    await fail(10);
    it.wait(15 * minute - step);
    const before = await lockOf(it);
    const code = it.code(secretKey);
    expect(await no(pass())).toBe('429 locked');
    expect(await lockOf(it)).toEqual(before);
    it.wait(step);
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.code(challenge, code));
  });

  test('30: after the lock the right code is good, and the next lock is twice as long', async () => {
    const { it, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    it.wait(15 * minute);
    await yes(pass());
    await fail(10);
    expect((await refusal(pass())).facts).toEqual({ minutes: 30 });
    it.wait(30 * minute);
    await yes(pass());
  });

  test('31: a hundred wrong codes in a row turn codes off; a backup code lets the owner in', async () => {
    const { it, fail, pass, backupCodes } = await benWithTwoFactor(makeStore);
    for (let round = 0; round < 10; round++) {
      await fail(10);
      it.wait(2 * day);
    }
    expect(await no(pass())).toBe('403 authenticator_disabled');
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.backupCode(challenge, backupCodes[0] ?? ''));
    it.wait(step);
    await yes(pass());
  });

  test('32: a fault while the code is checked costs no try', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    const [factor] = await it.store.read((tx) => tx.factors.all());
    if (!factor) throw new Error('no factor');
    const damaged = { ...factor, secret: { ...factor.secret, box: 'A'.repeat(64) } };
    await it.store.write((tx) => tx.factors.put(damaged));
    for (let i = 0; i < 6; i++)
      expect(await no(browser.code(challenge, '123456'))).toBe('500 fault');
    await it.store.write((tx) => tx.factors.put(factor));
    await yes(browser.code(challenge, it.code(secretKey)));
  });

  test('33: after ten minutes the challenge has expired', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    it.wait(10 * minute + 1000);
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('410 challenge_expired');
  });

  test("34: another person's code is worth nothing", async () => {
    const { it } = await benWithTwoFactor(makeStore);
    const ada = await it.adminWithTwoFactor();
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, it.code(ada.secretKey)))).toBe('400 wrong_code');
  });

  test('35: a password changed between password and code ends the challenge', async () => {
    const { it, ben, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    await yes(ben.changePassword(it.person('member').password, 'entirely different words'));
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('35: so does an account disabled in between', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const { browser: ada } = await it.adminWithTwoFactor();
    const { browser, challenge } = await it.challenged('member');
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user'].disabled.$put({
        param,
        json: { disabled: true },
      }),
    );
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('36: the token after sign-in, proof or change is never the one before', async () => {
    const { it, ben, secretKey } = await benWithTwoFactor(makeStore);
    const before = ben.token();
    await yes(ben.sudoCode(it.code(secretKey)));
    expect(ben.token()).not.toBe(before);
    const stale = it.browser();
    stale.useToken(before);
    expect(await no(stale.me())).toBe('401 signed_out');
    const { browser, challenge } = await it.challenged('member', stale);
    it.wait(step);
    await yes(browser.code(challenge, it.code(secretKey)));
    expect(browser.token()).not.toBe(before);
  });

  test('37: who locks someone out by wrong passwords ends none of their sessions, and not for ever', async () => {
    const it = await makeWorld(makeStore());
    const ben = await it.signedIn('member');
    const attacker = it.browser();
    const { email } = it.person('member');
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < 5; i++)
        expect(await no(attacker.signIn({ email, password: 'a wrong password' }))).toBe(
          '401 sign_in_failed',
        );
      expect(await no(attacker.signIn(it.credentials('member')))).toBe('429 locked');
      await yes(ben.me());
      it.wait(hour / 2);
      await yes(ben.me());
      it.wait(hour / 2);
      if (round === 0) await it.signedIn('member');
      if (round === 15) {
        await yes(ben.sudoPassword(it.person('member').password));
      }
    }
  });

  test('37: after a hundred wrong passwords in a row a mailed reset opens the account again', async () => {
    const it = await makeWorld(makeStore());
    const attacker = it.browser();
    const { email } = it.person('member');
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < 5; i++) await no(attacker.signIn({ email, password: 'wrong' }));
      it.wait(2 * hour);
    }
    expect(await no(attacker.signIn(it.credentials('member')))).toBe('429 locked');
    await yes(attacker.api['password-reset'].$post({ json: { email } }));
    const password = 'entirely different words';
    const token = await it.mailedToken(email);
    await yes(
      attacker.api['password-reset'].finish.$post({ json: { token, password, confirm: password } }),
    );
    await yes(attacker.signIn({ email, password }));
  });

  test('a right password begins the count of wrong ones anew', async () => {
    const it = await makeWorld(makeStore());
    const { email } = it.person('member');
    for (let round = 0; round < 30; round++) {
      for (let i = 0; i < 4; i++)
        expect(await no(it.browser().signIn({ email, password: 'wrong' }))).toBe(
          '401 sign_in_failed',
        );
      await it.signedIn('member');
    }
  });

  test('38: unknown address, wrong password, Google account: one answer, one hash computed', async () => {
    let hashes = 0;
    const kdf = async (password: Uint8Array, salt: Uint8Array) => {
      hashes += 1;
      return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([salt, password])));
    };
    const it = await makeWorld(makeStore(), { kdf });
    const answers = new Set<string>();
    const counts = new Set<number>();
    for (const email of [
      'nobody@larkfield.example',
      it.person('member').email,
      'gina@larkfield.example',
    ]) {
      hashes = 0;
      const { facts, ...rest } = await refusal(it.browser().signIn({ email, password: 'wrong' }));
      answers.add(JSON.stringify({ facts, ...rest }));
      counts.add(hashes);
    }
    expect([...answers]).toEqual([
      JSON.stringify({
        facts: {},
        code: 'sign_in_failed',
        message: 'Incorrect email or password.',
      }),
    ]);
    expect([...counts]).toEqual([1]);
  });

  test('38: a locked address says so in the same words whether it exists or not', async () => {
    const it = await makeWorld(makeStore());
    const locked = async (email: string) => {
      const browser = it.browser();
      for (let i = 0; i < 5; i++) await no(browser.signIn({ email, password: 'wrong' }));
      return refusal(browser.signIn({ email, password: it.person('member').password }));
    };
    expect(await locked(it.person('member').email)).toEqual(
      await locked('nobody@larkfield.example'),
    );
  });

  test('going back from the challenge ends it', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.api.challenge.cancel.$post({ json: { challenge } }));
    await yes(browser.api.challenge.cancel.$post({ json: { challenge } }));
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('a sign-in that waited while an authenticator was set up anew is over', async () => {
    const { it, ben, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await it.challenged('member');
    const next = await yes(ben.start(true));
    await yes(ben.verify(next.enrolment, it.code(next.secretKey)));
    it.wait(step);
    for (const key of [secretKey, next.secretKey])
      expect(await no(browser.code(challenge, it.code(key)))).toBe('410 challenge_expired');
  });

  test('a fourth open sign-in ends the first', async () => {
    const { it, secretKey } = await benWithTwoFactor(makeStore);
    const open = [];
    for (let i = 0; i < 4; i++) {
      open.push(await it.challenged('member'));
      it.wait(1000);
    }
    const [first, , , last] = open;
    if (!first || !last) throw new Error('unreachable');
    expect(await no(first.browser.code(first.challenge, it.code(secretKey)))).toBe(
      '410 challenge_expired',
    );
    await yes(last.browser.code(last.challenge, it.code(secretKey)));
  });

  test('whoever signs in by Google is asked for the code as well', async () => {
    const it = await makeWorld(makeStore());
    const gina = await it.signedIn('google');
    const { secretKey } = await it.enrol(gina);
    const { browser, challenge } = await it.challenged('google');
    await yes(browser.code(challenge, it.code(secretKey)));
    expect((await yes(browser.me())).method).toBe('google');
  });

  test('what Google approved is good for one sign-in within five minutes', async () => {
    const it = await makeWorld(makeStore());
    const gina = it.browser();
    const approve = () =>
      yes(gina.api['pretend-google'].approve.$post({ json: { sub: 'google-1001' } }));
    const late = await approve();
    it.wait(5 * minute);
    expect(await no(gina.api['sign-in'].google.$post({ json: late }))).toBe('401 google_failed');
    const once = await approve();
    await yes(gina.api['sign-in'].google.$post({ json: once }));
    expect(await no(gina.api['sign-in'].google.$post({ json: once }))).toBe('401 google_failed');
  });

  test('a Google account with the address of a password account neither links nor signs in', async () => {
    const it = await makeWorld(makeStore());
    expect(await no(it.viaGoogle(it.browser(), 'google-1002'))).toBe('401 google_failed');
  });
});
