import { describe, expect, test } from 'vitest';
import { benWithTwoFactor } from './benWithTwoFactor';
import { faultyStore } from './faultyStore';
import { makeWorld, minute, no, refusal, stores, yes } from './support';
import { invitedBen } from './invitedBen';

const step = 30_000;

describe.each(stores)('an interrupted sign-in (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('105: a time step that ends between check and commit leaves a consistent state', async () => {
    const { world, key } = await invitedBen(makeStore);
    const count = () => world.store.read(async (tx) => (await tx.sessions.all()).length);
    const before = await count();
    const { browser, challenge } = await world.challenged('member');
    // Every read of the clock advances it by one time step.
    world.tick(step);
    expect(await no(browser.code(challenge, world.code(key, 3)))).toBe('400 wrong_code');
    world.tick(0);
    expect(await count()).toBe(before);
    const id = await world.userId('member');
    expect(await world.store.read((tx) => tx.factors.get(id))).toMatchObject({
      state: 'invited',
      lastStep: 0,
      backup: null,
    });
    world.tick(step);
    await yes(browser.code(challenge, world.code(key)));
  });

  test('105: an error at any write of a sign-in leaves no session and uses up no code', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const key = await world.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await world.challenged('member');
    const dump = () =>
      store.read(async (tx) =>
        JSON.stringify([
          await tx.sessions.all(),
          await tx.factors.all(),
          await tx.challenges.all(),
          await tx.mails.all(),
        ]),
      );
    const before = await dump();
    for (const table of ['factors', 'sessions', 'users', 'mails', 'audit'] as const) {
      const happened = store.failOnce(table, 'put');
      expect(await no(browser.code(challenge, world.code(key)))).toBe('500 fault');
      expect(happened()).toBe(true);
      expect(await dump()).toBe(before);
    }
    await yes(browser.code(challenge, world.code(key)));
  });

  test('after a lost response, the old token works until the new token is used', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const before = ben.token();
    await yes(ben.sudoPassword(world.person('member').password));
    const fresh = ben.token();
    ben.useToken(before);
    await yes(ben.me());
    ben.useToken(fresh);
    await yes(ben.me());
    ben.useToken(before);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('a request that needs fresh proof is refused without signing out', async () => {
    const { world, ben } = await benWithTwoFactor(makeStore);
    world.wait(6 * minute);
    expect(await refusal(ben.start(true))).toMatchObject({ code: 'reauth_required' });
    await yes(ben.me());
  });
});
