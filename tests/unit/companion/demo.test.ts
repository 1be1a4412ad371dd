import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('the demo (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());
  const setClock = (world: Awaited<ReturnType<typeof newWorld>>, offset: number) =>
    yes(world.browser().api.demo.clock.$put({ json: { offset } }));

  test('a new visitor finds five people with generated passwords to sign in as', async () => {
    const world = await newWorld();
    expect(world.demo.people.map(({ role, method }) => `${role} ${method}`)).toEqual([
      'admin password',
      'member password',
      'google google',
      'both password',
      'outsider password',
    ]);
    for (const role of ['admin', 'member', 'google', 'both', 'outsider'] as const)
      await world.signedIn(role);
  });

  test('the demo people are created once under concurrent first requests', async () => {
    const store = makeStore();
    await Promise.all([makeWorld(store), makeWorld(store)]);
    expect(await store.read((tx) => tx.users.all())).toHaveLength(5);
    expect(await store.read((tx) => tx.workspaces.all())).toHaveLength(2);
  });

  test('the demo people are created again after the browser cleared its data', async () => {
    const world = await newWorld();
    await world.store.write(async (tx) => {
      for (const table of Object.values(tx)) await table.clear();
    });
    expect((await yes(world.browser().api.demo.$get())).people).toHaveLength(5);
  });

  test('moving the demo clock moves deadlines and keeps codes valid', async () => {
    const world = await newWorld();
    const { secretKey } = await world.enrol(await world.signedIn('member'));
    const { browser, challenge } = await world.challenged('member');
    await setClock(world, 11 * minute);
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
    await setClock(world, 8 * day);
    const later = await world.challenged('member');
    await yes(later.browser.code(later.challenge, world.code(secretKey)));
    expect((await yes(later.browser.api.demo.$get())).clockOffset).toBe(8 * day);
  });

  test('setting the demo clock back removes locks and limits from the future', async () => {
    const world = await newWorld();
    await setClock(world, 8 * day);
    const { email } = world.person('member');
    for (let i = 0; i < 5; i++) await no(world.browser().signIn({ email, password: 'wrong' }));
    await yes(world.browser().api['password-reset'].$post({ json: { email } }));
    await setClock(world, 0);
    await world.signedIn('member');
    await yes(world.browser().api['password-reset'].$post({ json: { email } }));
  });

  test.each([-1, 0.5, 400 * day])('a demo clock offset of %d is refused', async (offset) => {
    const world = await newWorld();
    expect(await no(world.browser().api.demo.clock.$put({ json: { offset } }))).toBe(
      '400 bad_request',
    );
  });

  test('resetting the demo creates new passwords and ends all sessions', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await setClock(world, hour);
    await yes(ben.api.demo.reset.$post());
    expect(await no(ben.me())).toBe('401 signed_out');
    const demo = await yes(ben.api.demo.$get());
    expect(demo).toMatchObject({ clockOffset: 0 });
    const password = demo.people.find(({ role }) => role === 'member')?.password;
    expect(password).not.toBe(world.person('member').password);
    await yes(ben.signIn({ email: world.person('member').email, password: password ?? '' }));
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
  });

  test('the mailbox of each address lists its mail, newest first', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    world.wait(minute);
    await yes(ben.disable());
    expect(await world.mailKinds('member')).toEqual(['two-factor-off', 'two-factor-on']);
    expect(await world.mailKinds('admin')).toEqual([]);
    const { mailboxes } = await yes(ben.api.mailboxes.$get({ query: {} }));
    const [first] = mailboxes;
    expect(first).toEqual({
      address: world.person('member').email,
      count: 2,
      newestAt: world.now(),
    });
  });

  test('an abandoned sign-up is deleted with its workspace', async () => {
    const world = await newWorld();
    const password = 'entirely different words';
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(world.browser().api['sign-up'].$post({ json: zoe }));
    const token = await world.mailedToken(zoe.email);
    await yes(world.browser().api['sign-up'].verify.$post({ json: { token } }));
    expect(await world.store.read((tx) => tx.workspaces.all())).toHaveLength(3);
    world.wait(day);
    await world.signedIn('member');
    expect(await world.store.read((tx) => tx.workspaces.all())).toHaveLength(2);
    expect(await world.store.read((tx) => tx.groups.all())).toHaveLength(2);
  });
});
