import { describe, expect, test } from 'vitest';
import { commonPasswords } from '../../../lib/companion/mechanism/commonPasswords';
import { passwordRefusal } from '../../../lib/companion/mechanism/passwordPolicy';
import { makeWorld, minute, hour, no, refusal, stores, yes, type World } from './support';

const good = 'entirely different words';

const alone = (password: string, words: string[] = []) =>
  passwordRefusal(password, { secondFactor: false, words })?.code ?? 'ok';

const withCode = (password: string) =>
  passwordRefusal(password, { secondFactor: true, words: [] })?.code ?? 'ok';

const forgot = (it: World, email: string) =>
  it.browser().api['password-reset'].$post({ json: { email } });

const finish = (it: World, token: string, password = good, browser = it.browser()) =>
  browser.api['password-reset'].finish.$post({ json: { token, password, confirm: password } });

describe('what a password may be', () => {
  test.each([
    ['abcdefghqwxz12', 'password_too_short'],
    ['abcdefghqwxz123', 'ok'],
    ['no digits in here at all', 'ok'],
    ['🦊🦉🐙🐳🦔🐌🦋🐝🦀🐢🐬🦩🐧🦥🐞', 'ok'],
    [`long ${'and longer '.repeat(6)}`, 'ok'],
    ['passwordpassword', 'password_common'],
    ['aaaaaaaaaaaaaaaaaa', 'password_common'],
    ['larkfieldlarkfield', 'password_guessable'],
  ])('54: without a second factor %j: %s', (password, answer) => {
    expect(alone(password)).toBe(answer);
  });

  test('54: 128 characters are taken and 129 are not', () => {
    const text = Array.from({ length: 129 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(alone(text)).toBe('password_too_long');
    expect(alone(text.slice(0, 128))).toBe('ok');
  });

  test('54: with a second factor 8 characters are enough', () => {
    expect(withCode('abcqwxz')).toBe('password_too_short');
    expect(withCode('abcqwxz1')).toBe('ok');
    expect(withCode('abcdefghqwxz12')).toBe('ok');
    expect(withCode('sunshine1')).toBe('password_common');
  });

  test("54: nobody's own name or workspace makes a password", () => {
    expect(alone('lindqvist-lindqvist', ['Ben Lindqvist'])).toBe('password_guessable');
    expect(alone('Harbour Harbour 1', ['Harbour'])).toBe('password_guessable');
    expect(alone('a ship leaves Harbour at dawn', ['Harbour'])).toBe('ok');
  });

  test('the list of common ones has at least three thousand of them', () => {
    expect(commonPasswords.size).toBeGreaterThan(3000);
  });
});

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
