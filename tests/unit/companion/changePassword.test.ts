import { describe, expect, test } from 'vitest';
import { makeWorld, minute, no, stores, yes } from './support';

const good = 'entirely different words';

describe.each(stores)('changing the password (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('54: a wrong current password and mismatched new passwords are refused', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { password } = world.person('member');
    expect(await no(ben.changePassword('wrong', good))).toBe('400 wrong_password');
    expect(await no(ben.changePassword(password, good, `${good}!`))).toBe('400 password_mismatch');
    expect(await no(ben.changePassword(password, password))).toBe('400 password_unchanged');
    expect(await no(ben.changePassword(password, 'too short'))).toBe('400 password_too_short');
    await world.signedIn('member');
  });

  test('97: five wrong current passwords lock the form, even for the right password', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    for (let i = 0; i < 5; i++)
      expect(await no(ben.changePassword('wrong', good))).toBe('400 wrong_password');
    expect(await no(ben.changePassword(world.person('member').password, good))).toBe('429 locked');
    expect(await world.mailKinds('member')).toEqual(['locked']);
    world.wait(minute);
    await yes(ben.changePassword(world.person('member').password, good));
  });

  test('54: with 2FA on, a shorter password is accepted, and the security data marks the password as short', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await yes(ben.changePassword(world.person('member').password, 'eight or more'));
    expect(await yes(ben.security())).toMatchObject({ passwordShort: true });
  });

  test('54: every character of a password is kept, normalized to NFKC', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { email, password } = world.person('member');
    const composed = 'crème brûlée à la carte ';
    await yes(ben.changePassword(password, composed.normalize('NFC')));
    const visitor = world.browser();
    expect(await no(visitor.signIn({ email, password: composed.trim() }))).toBe(
      '401 sign_in_failed',
    );
    await yes(visitor.signIn({ email, password: composed.normalize('NFD') }));
  });

  test('55: a password change ends other sessions and continues this session with a new token', async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    const there = await world.signedIn('member');
    const before = here.token();
    await yes(here.changePassword(world.person('member').password, good));
    expect(here.token()).not.toBe(before);
    await yes(here.me());
    expect(await no(there.me())).toBe('401 signed_out');
    expect(await no(world.browser().signIn(world.credentials('member')))).toBe(
      '401 sign_in_failed',
    );
    await yes(world.browser().signIn({ email: world.person('member').email, password: good }));
    const demo = await yes(world.browser().api.demo.$get());
    expect(demo.people.find(({ role }) => role === 'member')?.password).toBeNull();
  });

  test('55: a password change keeps other sessions if requested', async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    const there = await world.signedIn('member');
    const { version } = await yes(here.security());
    const json = { current: world.person('member').password, password: good, confirm: good };
    await yes(
      here.api.security.password.$post({ json: { ...json, signOutOthers: false, version } }),
    );
    await yes(there.me());
  });

  test('a password hash with an older cost is upgraded at sign-in', async () => {
    const store = makeStore();
    const old = await makeWorld(store);
    const credentials = old.credentials('member');
    const world = await makeWorld(store, { kdfCosts: { memory: 16, passes: 2, lanes: 1 } });
    const hash = async () =>
      (await store.read((tx) => tx.users.where('emailKey', credentials.email)))[0]?.passwordHash;
    expect(await hash()).toContain('$argon2id$v=19$m=8,t=1,p=1$');
    await yes(world.browser().signIn(credentials));
    expect(await hash()).toContain('$argon2id$v=19$m=16,t=2,p=1$');
    await yes(world.browser().signIn(credentials));
  });
});
