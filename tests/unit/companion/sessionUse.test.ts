import { describe, expect, test } from 'vitest';
import { faultyStore } from './faultyStore';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('a session in use (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('107: a server error while reading keeps the session', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const ben = await world.signedIn('member');
    world.wait(2 * minute);
    const happened = store.failOnce('sessions', 'put');
    expect(await no(ben.security())).toBe('500 fault');
    expect(happened()).toBe(true);
    await yes(ben.security());
  });

  test('after the clock was set back, a session, a link and a proof from the future have expired', async () => {
    const world = await newWorld();
    const clock = (offset: number) => world.browser().api.demo.clock.$put({ json: { offset } });
    await yes(clock(30 * day));
    const ben = await world.signedIn('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await world.mailedToken(world.person('member').email);
    await yes(clock(0));
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(ben.api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
  });

  test("only a user's actions extend a session", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const passive = async () => {
      const response = await world.companion.fetch(
        new Request('https://companion.invalid/me', {
          headers: {
            authorization: `Bearer ${ben.token() ?? ''}`,
            'x-user-agent': 'Chrome/150 Linux',
            'x-client-id': 'Chrome/150 Linux',
            'x-passive': '1',
          },
        }),
      );
      return response.status;
    };
    for (let i = 0; i < 5; i++) {
      world.wait(11 * minute);
      expect(await passive()).toBe(200);
    }
    world.wait(hour - 54 * minute);
    expect(await passive()).toBe(401);
  });

  test('a session records its browser, and a browser that is new to the account sends a mail', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const thief = world.browser('Chrome/150 Linux', 'another profile');
    thief.useToken(ben.token());
    await yes(thief.me());
    expect((await world.mailKinds('member'))[0]).toBe('new-device');
    const firefox = world.browser('Firefox/153 Linux', 'another profile');
    firefox.useToken(ben.token());
    await yes(firefox.me());
    expect((await yes(firefox.sessions()))[0]?.device).toBe('Firefox on Linux');
    expect(await world.mailKinds('member')).toHaveLength(1);
  });

  test("signing in ends the browser's previous session", async () => {
    const world = await newWorld();
    const browser = await world.signedIn('member');
    const before = browser.token();
    await yes(browser.signIn(world.credentials('outsider')));
    browser.useToken(before);
    expect(await no(browser.me())).toBe('401 signed_out');
  });

  test('a new browser without a client id also sends a mail', async () => {
    const world = await makeWorld(makeStore());
    await yes(world.browser('Chrome/150 Linux', null).signIn(world.credentials('member')));
    await yes(world.browser('Chrome/150 Linux', null).signIn(world.credentials('member')));
    expect(await world.mailKinds('member')).toEqual([]);
    await yes(world.browser('Firefox/153 Linux', null).signIn(world.credentials('member')));
    expect(await world.mailKinds('member')).toEqual(['new-device']);
  });
});
