import { describe, expect, test } from 'vitest';
import { benWithTwoFactor } from './benWithTwoFactor';
import { makeWorld, minute, no, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('the challenge (%s store)', (_, makeStore) => {
  test('14: a right password alone gives no session and no account data', async () => {
    const { world } = await benWithTwoFactor(makeStore);
    const { browser, ...answer } = await world.challenged('member');
    expect(Object.keys(answer).toSorted()).toEqual([
      'account',
      'adminCanHelp',
      'challenge',
      'mailed',
      'methods',
      'state',
    ]);
    expect(browser.token()).toBeNull();
    browser.useToken(answer.challenge);
    for (const call of [browser.me, browser.security, browser.sessions, browser.disable])
      expect(await no(call())).toBe('401 signed_out');
  });

  test('25: the right code sent twice at once gives one session', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const before = await world.store.read((tx) => tx.sessions.all());
    const { browser, challenge } = await world.challenged('member');
    const code = world.code(secretKey);
    const answers = await Promise.all([
      browser.code(challenge, code),
      browser.code(challenge, code),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.store.read((tx) => tx.sessions.all())).toHaveLength(before.length + 1);
  });

  test("32: an internal error during verification doesn't count as an attempt", async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    const [factor] = await world.store.read((tx) => tx.factors.all());
    if (!factor) throw new Error('no factor');
    const damaged = { ...factor, secret: { ...factor.secret, box: 'A'.repeat(64) } };
    await world.store.write((tx) => tx.factors.put(damaged));
    for (let i = 0; i < 6; i++)
      expect(await no(browser.code(challenge, '123456'))).toBe('500 fault');
    await world.store.write((tx) => tx.factors.put(factor));
    await yes(browser.code(challenge, world.code(secretKey)));
  });

  test('33: a challenge expires after ten minutes', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    world.wait(10 * minute + 1000);
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
  });

  test("34: a challenge refuses another person's code", async () => {
    const { world } = await benWithTwoFactor(makeStore);
    const ada = await world.adminWithTwoFactor();
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, world.code(ada.secretKey)))).toBe('400 wrong_code');
  });

  test('35: a password change between password and code ends the challenge', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    await yes(ben.changePassword(world.person('member').password, 'entirely different words'));
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('35: disabling the account ends its challenge', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser: ada } = await world.adminWithTwoFactor();
    const { browser, challenge } = await world.challenged('member');
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user'].disabled.$put({
        param,
        json: { disabled: true },
      }),
    );
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('36: sign-in and re-authentication issue a new session token, and the old token ends', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    const before = ben.token();
    await yes(ben.sudoCode(world.code(secretKey)));
    expect(ben.token()).not.toBe(before);
    await yes(ben.me());
    const stale = world.browser();
    stale.useToken(before);
    expect(await no(stale.me())).toBe('401 signed_out');
    const { browser, challenge } = await world.challenged('member', stale);
    world.wait(step);
    await yes(browser.code(challenge, world.code(secretKey)));
    expect(browser.token()).not.toBe(before);
  });

  test('canceling a challenge ends it', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.api.challenge.cancel.$post({ json: { challenge } }));
    await yes(browser.api.challenge.cancel.$post({ json: { challenge } }));
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('setting up another authenticator ends open challenges', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    const next = await yes(ben.start(true));
    await yes(ben.verify(next.enrolment, world.code(next.secretKey)));
    world.wait(step);
    for (const key of [secretKey, next.secretKey])
      expect(await no(browser.code(challenge, world.code(key)))).toBe('410 challenge_expired');
  });

  test('a fourth concurrent challenge of an account ends the first', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const open = [];
    for (let i = 0; i < 4; i++) {
      open.push(await world.challenged('member'));
      world.wait(1000);
    }
    const [first, , , last] = open;
    if (!first || !last) throw new Error('unreachable');
    expect(await no(first.browser.code(first.challenge, world.code(secretKey)))).toBe(
      '410 challenge_expired',
    );
    await yes(last.browser.code(last.challenge, world.code(secretKey)));
  });

  test('a Google sign-in also needs the second factor', async () => {
    const world = await makeWorld(makeStore());
    const gina = await world.signedIn('google');
    const { secretKey } = await world.enrol(gina);
    const { browser, challenge } = await world.challenged('google');
    await yes(browser.code(challenge, world.code(secretKey)));
    expect((await yes(browser.me())).method).toBe('google');
  });

  test('a Google assertion works once, for five minutes', async () => {
    const world = await makeWorld(makeStore());
    const gina = world.browser();
    const approve = () =>
      yes(gina.api['pretend-google'].approve.$post({ json: { sub: 'google-1001' } }));
    const late = await approve();
    world.wait(5 * minute);
    expect(await no(gina.api['sign-in'].google.$post({ json: late }))).toBe('401 google_failed');
    const once = await approve();
    await yes(gina.api['sign-in'].google.$post({ json: once }));
    expect(await no(gina.api['sign-in'].google.$post({ json: once }))).toBe('401 google_failed');
  });

  test("a Google account with the address of a password account isn't linked to that account and can't sign in", async () => {
    const world = await makeWorld(makeStore());
    expect(await no(world.viaGoogle(world.browser(), 'google-1002'))).toBe('401 google_failed');
  });
});
