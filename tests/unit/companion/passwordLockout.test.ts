import { describe, expect, test } from 'vitest';
import type { Derive } from '../../../lib/crypto';
import { hour, makeWorld, minute, no, refusal, stores, yes } from './support';

describe.each(stores)('wrong passwords (%s store)', (_, makeStore) => {
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

  test('37: a mailed password reset allows sign-in again after a hundred wrong passwords', async () => {
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

  test('a right password resets the count of wrong passwords', async () => {
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

  test('38: an unknown address, a wrong password and a Google account get the same response, and each costs one hash', async () => {
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

  test('37: one mail is sent when the password is locked', async () => {
    const world = await makeWorld(makeStore());
    const stranger = world.browser('Chrome/150 Linux', 'stranger');
    const { email } = world.person('member');
    for (let i = 0; i < 4; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    expect(await world.mailKinds('member')).toEqual([]);
    for (let i = 0; i < 3; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    expect(await world.mailKinds('member')).toEqual(['locked']);
  });

  test('37: wrong passwords for one address lock no other account and no other function', async () => {
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

  test("96: a right password resets a client's attempts and makes the client known again", async () => {
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
    // After ten wrong passwords the client is unknown. After the right password it is known again.
    await fail(10);
    await world.signedIn('member');
    world.wait(hour);
    const stranger = world.browser('Chrome/150 Linux', 'stranger');
    for (let i = 0; i < 5; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    await world.signedIn('member');
  });

  test('28: a right password from an unknown client resets the attempts of unknown clients', async () => {
    const world = await makeWorld(makeStore());
    const { email } = world.person('member');
    const stranger = (name: string) => world.browser('Chrome/150 Linux', name);
    for (let i = 0; i < 4; i++) await no(stranger('one').signIn({ email, password: 'wrong' }));
    await yes(stranger('two').signIn(world.credentials('member')));
    for (let i = 0; i < 4; i++) await no(stranger('one').signIn({ email, password: 'wrong' }));
    await yes(stranger('three').signIn(world.credentials('member')));
  });
});
