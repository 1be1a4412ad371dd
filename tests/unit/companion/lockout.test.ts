import { describe, expect, test } from 'vitest';
import type { Derive } from '../../../lib/crypto';
import { benWithTwoFactor, lockOf } from './benWithTwoFactor';
import { day, hour, makeWorld, minute, no, refusal, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('wrong tries (%s store)', (_, makeStore) => {
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

  test('38: unknown address, wrong password, Google account: one answer, one hash computed, also when locked', async () => {
    let hashes = 0;
    const derive: Derive = async ({ password, salt }) => {
      hashes += 1;
      return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([salt, password])));
    };
    const it = await makeWorld(makeStore(), { derive });
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
    const { email, password } = it.credentials('member');
    for (let i = 0; i < 5; i++) await no(it.browser().signIn({ email, password: 'wrong' }));
    hashes = 0;
    expect(await no(it.browser().signIn({ email, password }))).toBe('429 locked');
    expect(hashes).toBe(1);
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
});
