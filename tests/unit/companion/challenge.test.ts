import { describe, expect, test } from 'vitest';
import { benWithTwoFactor } from './benWithTwoFactor';
import { makeWorld, minute, no, stores, yes } from './support';

const step = 30_000;

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
