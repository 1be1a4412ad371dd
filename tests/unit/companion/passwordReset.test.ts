import { describe, expect, test } from 'vitest';
import { hour, makeWorld, minute, no, refusal, stores, yes, type World } from './support';

const good = 'entirely different words';

const forgot = (it: World, email: string) =>
  it.browser().api['password-reset'].$post({ json: { email } });

const finish = (it: World, token: string, password = good, browser = it.browser()) =>
  browser.api['password-reset'].finish.$post({ json: { token, password, confirm: password } });

describe.each(stores)('a forgotten password (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('56: a link works once', async () => {
    const it = await world();
    const { email } = it.person('member');
    await yes(forgot(it, email));
    const token = await it.mailedToken(email);
    await yes(finish(it, token));
    expect(await no(finish(it, token))).toBe('410 reset_expired');
  });

  test('56: it sets another password than the present one, which leaves the link as it was', async () => {
    const it = await world();
    const { email, password } = it.person('member');
    await yes(forgot(it, email));
    const token = await it.mailedToken(email);
    expect(await no(finish(it, token, password))).toBe('400 password_unchanged');
    await yes(finish(it, token));
  });

  test('56: and half an hour', async () => {
    const it = await world();
    const { email } = it.person('member');
    await yes(forgot(it, email));
    it.wait(30 * minute + 1000);
    expect(await no(finish(it, await it.mailedToken(email)))).toBe('410 reset_expired');
  });

  test('56: only the newest one', async () => {
    const it = await world();
    const { email } = it.person('member');
    await yes(forgot(it, email));
    const older = await it.mailedToken(email);
    it.wait(2 * minute);
    await yes(forgot(it, email));
    expect(await no(finish(it, older))).toBe('410 reset_expired');
    await yes(finish(it, await it.mailedToken(email)));
  });

  test('56: none after the password was changed, and none that is cut short', async () => {
    const it = await world();
    const { email, password } = it.person('member');
    await yes(forgot(it, email));
    const token = await it.mailedToken(email);
    expect(await no(finish(it, token.slice(0, -1)))).toBe('410 reset_expired');
    await yes((await it.signedIn('member')).changePassword(password, good));
    expect(await no(finish(it, token))).toBe('410 reset_expired');
  });

  test('56: looking at a link, or a preview of it, spends nothing', async () => {
    const it = await world();
    const { email } = it.person('member');
    await yes(forgot(it, email));
    const { secret } = await it.newestMail(email);
    expect(secret?.link).toMatch(/^#\/reset-password\/[\w-]{43}$/);
    const token = await it.mailedToken(email);
    for (let i = 0; i < 3; i++)
      expect(await yes(it.browser().api['password-reset'].look.$post({ json: { token } }))).toEqual(
        {
          account: 'b…@l….example',
          least: 15,
        },
      );
    await it.companion.fetch(
      new Request('https://companion.invalid/password-reset/finish', { method: 'HEAD' }),
    );
    await yes(finish(it, token));
  });

  test('57: used twice at once, one wins', async () => {
    const it = await world();
    const { email } = it.person('member');
    await yes(forgot(it, email));
    const token = await it.mailedToken(email);
    const answers = await Promise.all([
      finish(it, token, 'the first of two words'),
      finish(it, token, 'the second of two words'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('58: afterwards nobody is signed in, all sessions are over, and the code is still asked for', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    const { email } = it.person('member');
    await yes(forgot(it, email));
    const visitor = it.browser();
    await yes(finish(it, await it.mailedToken(email), good, visitor));
    expect(visitor.token()).toBeNull();
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await yes(visitor.signIn({ email, password: good }))).toMatchObject({
      state: 'challenge',
    });
    expect((await it.mailKinds('member'))[0]).toBe('reset-done');
  });

  test('59: opened where someone else is signed in, it signs them out and changes the right account', async () => {
    const it = await world();
    const ada = await it.signedIn('admin');
    const { email } = it.person('member');
    await yes(forgot(it, email));
    await yes(finish(it, await it.mailedToken(email), good, ada));
    expect(await no(ada.me())).toBe('401 signed_out');
    await it.signedIn('admin');
    await yes(it.browser().signIn({ email, password: good }));
  });

  test('60: every address gets the same answer; only an account with a password gets a link', async () => {
    const it = await world();
    const answers = [];
    const addresses = [
      it.person('member').email,
      'nobody@larkfield.example',
      'gina@larkfield.example',
      'gına@larkfield.example',
      'ben@lar\u212Afield.example',
    ];
    for (const email of addresses) answers.push(await yes(forgot(it, email)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const links = await it.store.read((tx) => tx.tokens.all());
    expect(links).toHaveLength(1);
    const mails = await it.store.read((tx) => tx.mails.all());
    expect(mails.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'ben@larkfield.example reset-asked',
      'gina@larkfield.example reset-by-google',
    ]);
    expect(await no(it.browser().signIn({ email: 'gina@larkfield.example', password: good }))).toBe(
      '401 sign_in_failed',
    );
  });

  test('61: the limit counts an address in any case as the same', async () => {
    const it = await world();
    await yes(forgot(it, 'ben@larkfield.example'));
    expect(await no(forgot(it, 'BEN@Larkfield.example'))).toBe('429 too_many');
    for (let i = 0; i < 4; i++) {
      it.wait(minute);
      await yes(forgot(it, 'Ben@larkfield.example'));
    }
    it.wait(minute);
    expect(await no(forgot(it, 'bEN@larkfield.example'))).toBe('429 too_many');
    it.wait(hour);
    await yes(forgot(it, 'ben@larkfield.example'));
  });

  test('61: the sign-in page and the Security tab have one count', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await yes(forgot(it, it.person('member').email));
    expect(await no(ben.api.security['reset-mail'].$post())).toBe('429 too_many');
    it.wait(minute);
    await yes(ben.api.security['reset-mail'].$post());
    expect(await no(forgot(it, it.person('member').email))).toBe('429 too_many');
  });

  test('from the Security tab a link goes to the own address, and not twice within a minute', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    expect(await yes(ben.api.security['reset-mail'].$post())).toEqual({
      sentTo: 'b…@l….example',
    });
    expect(await refusal(ben.api.security['reset-mail'].$post())).toMatchObject({
      code: 'too_many',
      facts: { seconds: 60 },
    });
    const mails = await it.store.read((tx) => tx.mails.all());
    expect(mails.map(({ to }) => to)).toEqual([it.person('member').email]);
  });
});
