import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes } from './support';

const good = 'entirely different words';

describe.each(stores)('changing the password (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('54: a wrong current password or two different new ones change nothing', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { password } = it.person('member');
    expect(await no(ben.changePassword('wrong', good))).toBe('400 wrong_password');
    expect(await no(ben.changePassword(password, good, `${good}!`))).toBe('400 password_mismatch');
    expect(await no(ben.changePassword(password, password))).toBe('400 password_unchanged');
    expect(await no(ben.changePassword(password, 'too short'))).toBe('400 password_too_short');
    await it.signedIn('member');
  });

  test('the current password can be guessed at ten times a minute and no more', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    for (let i = 0; i < 10; i++)
      expect(await no(ben.changePassword('wrong', good))).toBe('400 wrong_password');
    expect(await no(ben.changePassword(it.person('member').password, good))).toBe('429 too_many');
  });

  test('54: with 2FA on a shorter one is taken, and turning 2FA off tells that it is short', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    await yes(ben.changePassword(it.person('member').password, 'eight or more'));
    expect(await yes(ben.security())).toMatchObject({ passwordShort: true });
  });

  test('54: every character counts as received, but for its Unicode form', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { email, password } = it.person('member');
    const composed = 'crème brûlée à la carte ';
    await yes(ben.changePassword(password, composed.normalize('NFC')));
    const visitor = it.browser();
    expect(await no(visitor.signIn({ email, password: composed.trim() }))).toBe(
      '401 sign_in_failed',
    );
    await yes(visitor.signIn({ email, password: composed.normalize('NFD') }));
  });

  test('55: other sessions end; this one goes on under a new token', async () => {
    const it = await world();
    const here = await it.signedIn('member');
    const there = await it.signedIn('member');
    const before = here.token();
    await yes(here.changePassword(it.person('member').password, good));
    expect(here.token()).not.toBe(before);
    await yes(here.me());
    expect(await no(there.me())).toBe('401 signed_out');
    expect(await no(it.browser().signIn(it.credentials('member')))).toBe('401 sign_in_failed');
    await yes(it.browser().signIn({ email: it.person('member').email, password: good }));
    const demo = await yes(it.browser().api.demo.$get());
    expect(demo.people.find(({ role }) => role === 'member')?.password).toBeNull();
  });

  test('55: unless the person wants to keep them', async () => {
    const it = await world();
    const here = await it.signedIn('member');
    const there = await it.signedIn('member');
    const { version } = await yes(here.security());
    const json = { current: it.person('member').password, password: good, confirm: good };
    await yes(
      here.api.security.password.$post({ json: { ...json, signOutOthers: false, version } }),
    );
    await yes(there.me());
  });

  test('a hash of an older cost is renewed at sign-in', async () => {
    const store = makeStore();
    const old = await makeWorld(store);
    const credentials = old.credentials('member');
    const it = await makeWorld(store, { kdfCosts: { memory: 16, passes: 2, lanes: 1 } });
    const hash = async () =>
      (await store.read((tx) => tx.users.where('emailKey', credentials.email)))[0]?.passwordHash;
    expect(await hash()).toContain('$argon2id$v=19$m=8,t=1,p=1$');
    await yes(it.browser().signIn(credentials));
    expect(await hash()).toContain('$argon2id$v=19$m=16,t=2,p=1$');
    await yes(it.browser().signIn(credentials));
  });
});
