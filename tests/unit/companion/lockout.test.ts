import { describe, expect, test } from 'vitest';
import type { Derive } from '../../../lib/crypto';
import { benWithTwoFactor, lockOf } from './benWithTwoFactor';
import { day, hour, makeWorld, minute, no, refusal, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('wrong attempts (%s store)', (_, makeStore) => {
  test('23: five wrong codes end the challenge', async () => {
    const { world, secretKey, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    for (let i = 0; i < 5; i++)
      expect(await no(browser.code(challenge, wrong()))).toBe('400 wrong_code');
    expect(await refusal(browser.code(challenge, world.code(secretKey)))).toMatchObject({
      code: 'challenge_expired',
    });
  });

  test('24: checks five of twenty concurrent wrong codes', async () => {
    const { world, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => no(browser.code(challenge, wrong()))),
    );
    expect(answers.filter((answer) => answer === '400 wrong_code')).toHaveLength(5);
    expect((await lockOf(world))?.total).toBe(5);
  });

  test('26: ten wrong codes lock the account, however many sign-ins they are spread over', async () => {
    const { fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    expect(await refusal(pass())).toMatchObject({
      code: 'locked',
      facts: { minutes: 15 },
    });
  });

  test('27: wrong codes and wrong backup codes add up', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(5);
    for (let i = 0; i < 5; i++) {
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.backupCode(challenge, '0000-0000-0000-0000'))).toBe('400 wrong_code');
    }
    expect(await no(pass())).toBe('429 locked');
  });

  test('28: a right code resets the count', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    for (let i = 0; i < 2; i++) {
      await fail(9);
      await yes(pass());
      world.wait(step);
    }
  });

  test('29: a right code during a lock is refused, not counted and not used up', async () => {
    const { world, fail, pass, secretKey } = await benWithTwoFactor(makeStore);
    await fail(10);
    world.wait(15 * minute - step);
    const before = await lockOf(world);
    const code = world.code(secretKey);
    expect(await no(pass())).toBe('429 locked');
    expect(await lockOf(world)).toEqual(before);
    world.wait(step);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, code));
  });

  test('30: accepts the right code after the lock; the next lock is twice as long', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    world.wait(15 * minute);
    await yes(pass());
    await fail(10);
    expect((await refusal(pass())).facts).toEqual({ minutes: 30 });
    world.wait(30 * minute);
    await yes(pass());
  });

  test('31: a hundred wrong codes in a row disable codes; a backup code still works', async () => {
    const { world, fail, pass, backupCodes } = await benWithTwoFactor(makeStore);
    for (let round = 0; round < 10; round++) {
      await fail(10);
      world.wait(2 * day);
    }
    expect(await no(pass())).toBe('403 authenticator_disabled');
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.backupCode(challenge, backupCodes[0] ?? ''));
    world.wait(step);
    await yes(pass());
  });

  test('37: locking an account by wrong passwords keeps its open sessions', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const attacker = world.browser('Chrome/150 Linux', 'stranger');
    const { email } = world.person('member');
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < 5; i++)
        expect(await no(attacker.signIn({ email, password: 'a wrong password' }))).toBe(
          '401 sign_in_failed',
        );
      expect(await no(attacker.signIn(world.credentials('member')))).toBe('429 locked');
      await yes(ben.me());
      world.wait(hour / 2);
      await yes(ben.me());
      world.wait(hour / 2);
      if (round === 0) await world.signedIn('member');
      if (round === 15) {
        await yes(ben.sudoPassword(world.person('member').password));
      }
    }
  });

  test('37: a mailed reset reopens sign-in after a hundred wrong passwords', async () => {
    const world = await makeWorld(makeStore());
    const attacker = world.browser();
    const { email } = world.person('member');
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < 5; i++) await no(attacker.signIn({ email, password: 'wrong' }));
      world.wait(2 * hour);
    }
    expect(await no(attacker.signIn(world.credentials('member')))).toBe('429 locked');
    await yes(attacker.api['password-reset'].$post({ json: { email } }));
    const password = 'entirely different words';
    const token = await world.mailedToken(email);
    await yes(
      attacker.api['password-reset'].finish.$post({ json: { token, password, confirm: password } }),
    );
    await yes(attacker.signIn({ email, password }));
  });

  test('a right password resets the count', async () => {
    const world = await makeWorld(makeStore());
    const { email } = world.person('member');
    for (let round = 0; round < 30; round++) {
      for (let i = 0; i < 4; i++)
        expect(await no(world.browser().signIn({ email, password: 'wrong' }))).toBe(
          '401 sign_in_failed',
        );
      await world.signedIn('member');
      world.wait(minute);
    }
  });

  test('38: unknown address, wrong password and Google account get the same response after one hash', async () => {
    let hashes = 0;
    const derive: Derive = async ({ password, salt }) => {
      hashes += 1;
      return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([salt, password])));
    };
    const world = await makeWorld(makeStore(), { derive });
    const answers = new Set<string>();
    const counts = new Set<number>();
    for (const email of [
      'nobody@larkfield.example',
      world.person('member').email,
      'gina@larkfield.example',
    ]) {
      hashes = 0;
      const { facts, ...rest } = await refusal(
        world.browser().signIn({ email, password: 'wrong' }),
      );
      answers.add(JSON.stringify({ facts, ...rest }));
      counts.add(hashes);
    }
    expect([...answers]).toEqual([
      JSON.stringify({
        facts: {},
        code: 'sign_in_failed',
      }),
    ]);
    expect([...counts]).toEqual([1]);
    const { email, password } = world.credentials('member');
    for (let i = 0; i < 5; i++) await no(world.browser().signIn({ email, password: 'wrong' }));
    hashes = 0;
    expect(await no(world.browser().signIn({ email, password }))).toBe('429 locked');
    expect(hashes).toBe(1);
  });

  test('38: a locked address gets the same response whether it exists or not', async () => {
    const world = await makeWorld(makeStore());
    const locked = async (email: string) => {
      const browser = world.browser();
      for (let i = 0; i < 5; i++) await no(browser.signIn({ email, password: 'wrong' }));
      return refusal(browser.signIn({ email, password: world.person('member').password }));
    };
    expect(await locked(world.person('member').email)).toEqual(
      await locked('nobody@larkfield.example'),
    );
  });

  test('28: the mail about a lock goes out once, when the code locks', async () => {
    const { world, fail } = await benWithTwoFactor(makeStore);
    const locked = async () =>
      (await world.mailKinds('member')).filter((kind) => kind === 'locked').length;
    await fail(9);
    expect(await locked()).toBe(0);
    await fail(1);
    expect(await locked()).toBe(1);
    await fail(3);
    expect(await locked()).toBe(1);
  });

  test('37: the mail about a lock goes out once, when the password locks', async () => {
    const world = await makeWorld(makeStore());
    const stranger = world.browser('Chrome/150 Linux', 'stranger');
    const { email } = world.person('member');
    for (let i = 0; i < 4; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    expect(await world.mailKinds('member')).toEqual([]);
    for (let i = 0; i < 3; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    expect(await world.mailKinds('member')).toEqual(['locked']);
  });

  test('37: what a stranger does to one address locks nobody else and nothing else', async () => {
    const world = await makeWorld(makeStore());
    const { email } = world.person('member');
    for (let round = 0; round < 20; round++) {
      const stranger = world.browser('Chrome/150 Linux', `stranger ${round}`);
      for (let i = 0; i < 5; i++) await no(stranger.signIn({ email, password: 'wrong' }));
      world.wait(2 * hour);
    }
    const other = world.browser('Chrome/150 Linux', 'somebody new');
    for (const role of ['admin', 'both', 'outsider'] as const)
      await yes(other.signIn(world.credentials(role)));
    await yes(other.api['password-reset'].$post({ json: { email } }));
    expect((await world.mailKinds('member'))[0]).toBe('reset-asked');
  });

  test('16: a code that was used counts as a failure', async () => {
    const { world, secretKey, pass } = await benWithTwoFactor(makeStore);
    const used = world.code(secretKey);
    await yes(pass());
    for (let i = 0; i < 10; i++) {
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.code(challenge, used))).toBe('400 wrong_code');
    }
    world.wait(step);
    expect(await no(pass())).toBe('429 locked');
  });

  test('96: a right password gives a client its tries and its place as a known one back', async () => {
    const world = await makeWorld(makeStore());
    await world.signedIn('member');
    const { email } = world.person('member');
    const known = world.browser();
    const fail = async (times: number) => {
      for (let i = 0; i < times; i++)
        expect(await no(known.signIn({ email, password: 'wrong' }))).toBe('401 sign_in_failed');
    };
    for (let round = 0; round < 3; round++) {
      await fail(9);
      await world.signedIn('member');
      world.wait(hour);
    }
    // Unknown after ten, and known again after the right password.
    await fail(10);
    await world.signedIn('member');
    world.wait(hour);
    const stranger = world.browser('Chrome/150 Linux', 'stranger');
    for (let i = 0; i < 5; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    await world.signedIn('member');
  });

  test("28: a stranger's right password resets the strangers' count", async () => {
    const world = await makeWorld(makeStore());
    const { email } = world.person('member');
    const stranger = (name: string) => world.browser('Chrome/150 Linux', name);
    for (let i = 0; i < 4; i++) await no(stranger('one').signIn({ email, password: 'wrong' }));
    await yes(stranger('two').signIn(world.credentials('member')));
    for (let i = 0; i < 4; i++) await no(stranger('one').signIn({ email, password: 'wrong' }));
    await yes(stranger('three').signIn(world.credentials('member')));
  });
});
