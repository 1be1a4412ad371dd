import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes } from './support';

const step = 30_000;

const signUpForm = (email: string, password = 'entirely different words') => ({
  json: { name: 'Zoe', email, password, confirm: password },
});

describe.each(stores)('sign-up (%s store)', (_, makeStore) => {
  test('opening the mailed link creates an account with its own workspace', async () => {
    const world = await makeWorld(makeStore());
    const zoe = world.browser();
    const email = 'Zoe@Elsewhere.example';
    await yes(zoe.api['sign-up'].$post(signUpForm(email)));
    const credentials = { email, password: 'entirely different words' };
    expect(await no(zoe.signIn(credentials))).toBe('401 sign_in_failed');
    const token = await world.mailedToken(email);
    await yes(zoe.api['sign-up'].verify.$post({ json: { token } }));
    expect(zoe.token()).toBeNull();
    expect(await no(zoe.api['sign-up'].verify.$post({ json: { token } }))).toBe('410 link_expired');
    await yes(zoe.signIn(credentials));
    expect((await yes(zoe.me())).workspaces).toMatchObject([{ manager: true, enforced: false }]);
    world.wait(step);
    await world.enrol(zoe);
  });

  test('an address that has an account gets the same response, and a mail says that the address is in use', async () => {
    const world = await makeWorld(makeStore());
    const fresh = await yes(
      world.browser().api['sign-up'].$post(signUpForm('zoe@elsewhere.example')),
    );
    const taken = await yes(
      world.browser().api['sign-up'].$post(signUpForm('BEN@larkfield.example')),
    );
    expect(taken).toEqual(fresh);
    expect(await world.mailKinds('member')).toEqual(['address-in-use']);
    await world.signedIn('member');
  });

  test.each([
    ['an invalid address', 'nowhere', 'entirely different words', '400 bad_address'],
    ['a password that is too short', 'zoe@elsewhere.example', 'short', '400 password_too_short'],
    [
      'the name in the address as the password',
      'zoe@elsewhere.example',
      'zoe',
      '400 password_too_short',
    ],
  ])('a form with %s is refused', async (_name, email, password, answer) => {
    const world = await makeWorld(makeStore());
    expect(await no(world.browser().api['sign-up'].$post(signUpForm(email, password)))).toBe(
      answer,
    );
  });

  test('the first sign-in with Google creates the account', async () => {
    const world = await makeWorld(makeStore());
    const noor = world.browser();
    await yes(world.viaGoogle(noor, 'google-1003'));
    expect(await yes(noor.me())).toMatchObject({ method: 'google', emailVerified: false });
  });

  test('only the newest link of a sign-up works', async () => {
    const world = await makeWorld(makeStore());
    const zoe = world.browser();
    const email = 'zoe@elsewhere.example';
    const verify = (token: string) => zoe.api['sign-up'].verify.$post({ json: { token } });
    await yes(zoe.api['sign-up'].$post(signUpForm(email)));
    const older = await world.mailedToken(email);
    await yes(zoe.api['sign-up'].$post(signUpForm(email)));
    expect(await no(verify(older))).toBe('410 link_expired');
    await yes(verify(await world.mailedToken(email)));
  });

  test("a sign-up link doesn't change an account that got the address in the meantime", async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.userId('member');
    const email = 'zoe@elsewhere.example';
    await yes(world.browser().api['sign-up'].$post(signUpForm(email)));
    const token = await world.mailedToken(email);
    await world.store.write(async (tx) => {
      const user = await tx.users.get(ben);
      if (user) await tx.users.put({ ...user, email, emailKey: email });
    });
    expect(await no(world.browser().api['sign-up'].verify.$post({ json: { token } }))).toBe(
      '410 link_expired',
    );
    expect(await world.store.read((tx) => tx.users.get(ben))).toMatchObject({ email });
  });

  test('an address gets at most five sign-up mails an hour, whichever clients ask', async () => {
    const world = await makeWorld(makeStore());
    const email = 'zoe@elsewhere.example';
    const ask = (i: number, address = email) =>
      world.browser('Chrome/150 Linux', `client ${i}`).api['sign-up'].$post(signUpForm(address));
    for (let i = 0; i < 5; i++) await yes(ask(i));
    expect(await no(ask(5))).toBe('429 too_many');
    expect(await no(ask(6, 'ZOE@elsewhere.example'))).toBe('429 too_many');
    expect(await world.mails(email)).toHaveLength(5);
    await yes(ask(7, 'yan@elsewhere.example'));
  });
});
