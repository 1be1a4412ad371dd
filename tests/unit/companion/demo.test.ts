import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('the demo (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());
  const setClock = (it: Awaited<ReturnType<typeof world>>, offset: number) =>
    yes(it.browser().api.demo.clock.$put({ json: { offset } }));

  test('a newcomer finds five people to sign in as, with the passwords made at first run', async () => {
    const it = await world();
    expect(it.demo.people.map(({ role, method }) => `${role} ${method}`)).toEqual([
      'admin password',
      'member password',
      'google google',
      'both password',
      'outsider password',
    ]);
    for (const role of ['admin', 'member', 'google', 'both', 'outsider'] as const)
      await it.signedIn(role);
  });

  test('they are signed up once, also when the first requests come together', async () => {
    const store = makeStore();
    await Promise.all([makeWorld(store), makeWorld(store)]);
    expect(await store.read((tx) => tx.users.all())).toHaveLength(5);
    expect(await store.read((tx) => tx.workspaces.all())).toHaveLength(2);
  });

  test('they are there again after the browser cleared everything', async () => {
    const it = await world();
    await it.store.write(async (tx) => {
      for (const table of Object.values(tx)) await table.clear();
    });
    expect((await yes(it.browser().api.demo.$get())).people).toHaveLength(5);
  });

  test('the clock moves deadlines, and codes of real authenticators stay good', async () => {
    const it = await world();
    const { secretKey } = await it.enrol(await it.signedIn('member'));
    const { browser, challenge } = await it.challenged('member');
    await setClock(it, 11 * minute);
    expect(await no(browser.code(challenge, it.code(secretKey)))).toBe('410 challenge_expired');
    await setClock(it, 8 * day);
    const later = await it.challenged('member');
    await yes(later.browser.code(later.challenge, it.code(secretKey)));
    expect((await yes(later.browser.api.demo.$get())).clockOffset).toBe(8 * day);
  });

  test('set back, it leaves nobody locked out by what has not happened yet', async () => {
    const it = await world();
    await setClock(it, 8 * day);
    const { email } = it.person('member');
    for (let i = 0; i < 5; i++) await no(it.browser().signIn({ email, password: 'wrong' }));
    await yes(it.browser().api['password-reset'].$post({ json: { email } }));
    await setClock(it, 0);
    await it.signedIn('member');
    await yes(it.browser().api['password-reset'].$post({ json: { email } }));
  });

  test.each([-1, 0.5, 400 * day])('a clock can not be set to %d', async (offset) => {
    const it = await world();
    expect(await no(it.browser().api.demo.clock.$put({ json: { offset } }))).toBe(
      '400 bad_request',
    );
  });

  test('reset, everything is as at first, with new passwords and no session', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    await setClock(it, hour);
    await yes(ben.api.demo.reset.$post());
    expect(await no(ben.me())).toBe('401 signed_out');
    const demo = await yes(ben.api.demo.$get());
    expect(demo).toMatchObject({ clockOffset: 0 });
    const password = demo.people.find(({ role }) => role === 'member')?.password;
    expect(password).not.toBe(it.person('member').password);
    await yes(ben.signIn({ email: it.person('member').email, password: password ?? '' }));
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
  });

  test('each address has its own mailbox, the newest mail first', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    it.wait(minute);
    await yes(ben.disable());
    expect(await it.mailKinds('member')).toEqual(['two-factor-off', 'two-factor-on']);
    expect(await it.mailKinds('admin')).toEqual([]);
    const [first] = await yes(ben.api.mailboxes.$get());
    expect(first).toEqual({ address: it.person('member').email, count: 2, newestAt: it.now() });
  });

  test('what is left of a sign-up that nobody finished takes its workspace with it', async () => {
    const it = await world();
    const password = 'entirely different words';
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(it.browser().api['sign-up'].$post({ json: zoe }));
    const token = await it.mailedToken(zoe.email);
    await yes(it.browser().api['sign-up'].verify.$post({ json: { token } }));
    expect(await it.store.read((tx) => tx.workspaces.all())).toHaveLength(3);
    it.wait(day);
    await it.signedIn('member');
    expect(await it.store.read((tx) => tx.workspaces.all())).toHaveLength(2);
    expect(await it.store.read((tx) => tx.groups.all())).toHaveLength(2);
  });
});
