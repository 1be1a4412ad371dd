import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes } from './support';

const step = 30_000;

const signUpForm = (email: string, password = 'entirely different words') => ({
  json: { name: 'Zoe', email, password, confirm: password },
});

describe.each(stores)('sign-up (%s store)', (_, makeStore) => {
  test('an account begins when the mailed link is opened, with a workspace of its own', async () => {
    const it = await makeWorld(makeStore());
    const zoe = it.browser();
    const email = 'Zoe@Elsewhere.example';
    await yes(zoe.api['sign-up'].$post(signUpForm(email)));
    const credentials = { email, password: 'entirely different words' };
    expect(await no(zoe.signIn(credentials))).toBe('401 sign_in_failed');
    const token = await it.mailedToken(email);
    await yes(zoe.api['sign-up'].verify.$post({ json: { token } }));
    expect(zoe.token()).toBeNull();
    expect(await no(zoe.api['sign-up'].verify.$post({ json: { token } }))).toBe('410 link_expired');
    await yes(zoe.signIn(credentials));
    expect((await yes(zoe.me())).workspaces).toMatchObject([{ manager: true, enforced: false }]);
    it.wait(step);
    await it.enrol(zoe);
  });

  test('an address that has an account gets the same answer, and a mail that says so', async () => {
    const it = await makeWorld(makeStore());
    const fresh = await yes(it.browser().api['sign-up'].$post(signUpForm('zoe@elsewhere.example')));
    const taken = await yes(it.browser().api['sign-up'].$post(signUpForm('BEN@larkfield.example')));
    expect(taken).toEqual(fresh);
    expect(await it.mailKinds('member')).toEqual(['address-in-use']);
    await it.signedIn('member');
  });

  test.each([
    ['no address', 'nowhere', 'entirely different words', '400 bad_address'],
    ['too short', 'zoe@elsewhere.example', 'short', '400 password_too_short'],
    ['the address again', 'zoe@elsewhere.example', 'zoe', '400 password_too_short'],
  ])('a form with %s is refused', async (_name, email, password, answer) => {
    const it = await makeWorld(makeStore());
    expect(await no(it.browser().api['sign-up'].$post(signUpForm(email, password)))).toBe(answer);
  });

  test('a first sign-in by Google is the sign-up', async () => {
    const it = await makeWorld(makeStore());
    const noor = it.browser();
    await yes(it.viaGoogle(noor, 'google-1003'));
    expect(await yes(noor.me())).toMatchObject({ method: 'google', emailVerified: false });
  });
});
