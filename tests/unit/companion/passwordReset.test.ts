import { describe, expect, test } from 'vitest';
import { hour, makeWorld, minute, no, refusal, stores, yes, type World } from './support';

const good = 'entirely different words';

const forgot = (world: World, email: string) =>
  world.browser().api['password-reset'].$post({ json: { email } });

const finish = (world: World, token: string, password = good, browser = world.browser()) =>
  browser.api['password-reset'].finish.$post({ json: { token, password, confirm: password } });

describe.each(stores)('a forgotten password (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('56: a reset link works once', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    await yes(forgot(world, email));
    const token = await world.mailedToken(email);
    await yes(finish(world, token));
    expect(await no(finish(world, token))).toBe('410 reset_expired');
  });

  test('56: the current password is refused as the new password, and the link stays valid', async () => {
    const world = await newWorld();
    const { email, password } = world.person('member');
    await yes(forgot(world, email));
    const token = await world.mailedToken(email);
    expect(await no(finish(world, token, password))).toBe('400 password_unchanged');
    await yes(finish(world, token));
  });

  test('56: a reset link expires after half an hour', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    await yes(forgot(world, email));
    world.wait(30 * minute + 1000);
    expect(await no(finish(world, await world.mailedToken(email)))).toBe('410 reset_expired');
  });

  test('56: only the newest reset link works', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    await yes(forgot(world, email));
    const older = await world.mailedToken(email);
    world.wait(2 * minute);
    await yes(forgot(world, email));
    expect(await no(finish(world, older))).toBe('410 reset_expired');
    await yes(finish(world, await world.mailedToken(email)));
  });

  test('56: a password change voids a reset link, and a truncated link never works', async () => {
    const world = await newWorld();
    const { email, password } = world.person('member');
    await yes(forgot(world, email));
    const token = await world.mailedToken(email);
    expect(await no(finish(world, token.slice(0, -1)))).toBe('410 reset_expired');
    await yes((await world.signedIn('member')).changePassword(password, good));
    expect(await no(finish(world, token))).toBe('410 reset_expired');
  });

  test("56: opening a reset link doesn't use it up", async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    await yes(forgot(world, email));
    const { secret } = await world.newestMail(email);
    expect(secret?.link).toMatch(/^#\/reset-password\/[\w-]{43}$/);
    const token = await world.mailedToken(email);
    for (let i = 0; i < 3; i++)
      expect(
        await yes(world.browser().api['password-reset'].look.$post({ json: { token } })),
      ).toEqual({
        account: 'b…@l….example',
        least: 15,
      });
    await world.companion.fetch(
      new Request('https://companion.invalid/password-reset/finish', { method: 'HEAD' }),
    );
    await yes(finish(world, token));
  });

  test('57: of two concurrent uses of a reset link, one succeeds', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    await yes(forgot(world, email));
    const token = await world.mailedToken(email);
    const answers = await Promise.all([
      finish(world, token, 'the first of two words'),
      finish(world, token, 'the second of two words'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('58: a password reset signs nobody in, ends all sessions and keeps 2FA', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    const { email } = world.person('member');
    await yes(forgot(world, email));
    const visitor = world.browser();
    await yes(finish(world, await world.mailedToken(email), good, visitor));
    expect(visitor.token()).toBeNull();
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await yes(visitor.signIn({ email, password: good }))).toMatchObject({
      state: 'challenge',
    });
    expect((await world.mailKinds('member'))[0]).toBe('reset-done');
  });

  test("59: a reset in another person's session signs that person out and changes the link's account", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const { email } = world.person('member');
    await yes(forgot(world, email));
    await yes(finish(world, await world.mailedToken(email), good, ada));
    expect(await no(ada.me())).toBe('401 signed_out');
    await world.signedIn('admin');
    await yes(world.browser().signIn({ email, password: good }));
  });

  test('60: every address gets the same response, and only password accounts get a link', async () => {
    const world = await newWorld();
    const answers = [];
    const addresses = [
      world.person('member').email,
      'nobody@larkfield.example',
      'gina@larkfield.example',
      'gına@larkfield.example',
      'ben@lar\u212Afield.example',
    ];
    for (const email of addresses) answers.push(await yes(forgot(world, email)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const links = await world.store.read((tx) => tx.tokens.all());
    expect(links).toHaveLength(1);
    const mails = await world.store.read((tx) => tx.mails.all());
    expect(mails.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'ben@larkfield.example reset-asked',
      'gina@larkfield.example reset-by-google',
    ]);
    expect(
      await no(world.browser().signIn({ email: 'gina@larkfield.example', password: good })),
    ).toBe('401 sign_in_failed');
  });

  test('61: resets of an address are limited regardless of its letter case', async () => {
    const world = await newWorld();
    await yes(forgot(world, 'ben@larkfield.example'));
    expect(await no(forgot(world, 'BEN@Larkfield.example'))).toBe('429 too_many');
    for (let i = 0; i < 4; i++) {
      world.wait(minute);
      await yes(forgot(world, 'Ben@larkfield.example'));
    }
    world.wait(minute);
    expect(await no(forgot(world, 'bEN@larkfield.example'))).toBe('429 too_many');
    world.wait(hour);
    await yes(forgot(world, 'ben@larkfield.example'));
  });

  test('61: the sign-in page and the Security tab share one limit of resets', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await yes(forgot(world, world.person('member').email));
    expect(await no(ben.api.security['reset-mail'].$post())).toBe('429 too_many');
    world.wait(minute);
    await yes(ben.api.security['reset-mail'].$post());
    expect(await no(forgot(world, world.person('member').email))).toBe('429 too_many');
  });

  test("the Security tab mails a reset link only to the user's own address, at most once a minute", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    expect(await yes(ben.api.security['reset-mail'].$post())).toEqual({
      sentTo: 'b…@l….example',
    });
    expect(await refusal(ben.api.security['reset-mail'].$post())).toMatchObject({
      code: 'too_many',
      facts: { seconds: 60 },
    });
    const mails = await world.store.read((tx) => tx.mails.all());
    expect(mails.map(({ to }) => to)).toEqual([world.person('member').email]);
  });
});
