import { describe, expect, test } from 'vitest';
import { hour, makeWorld, minute, no, stores, yes } from './support';

const known = 'Chrome/150 Linux';

describe.each(stores)('limits on strangers (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test("95: a hundred resets and sign-ups of one client don't affect other clients", async () => {
    const world = await newWorld();
    const attacker = world.browser(known, 'attacker');
    const password = 'entirely different words';
    let refusedResets = 0;
    let refusedSignUps = 0;
    for (let i = 0; i < 100; i++) {
      const email = `invented${i}@larkfield.example`;
      const reset = await attacker.api['password-reset'].$post({ json: { email } });
      if (!reset.ok) refusedResets += 1;
      const json = { name: 'X', email, password, confirm: password };
      const signUp = await attacker.api['sign-up'].$post({ json });
      if (!signUp.ok) refusedSignUps += 1;
    }
    expect([refusedResets, refusedSignUps]).toEqual([80, 80]);
    const ben = await world.signedIn('member');
    await yes(ben.api.security['reset-mail'].$post());
    const other = world.browser(known, 'somebody else');
    await yes(
      other.api['password-reset'].$post({ json: { email: world.person('outsider').email } }),
    );
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(other.api['sign-up'].$post({ json: zoe }));
  });

  test("95: unknown clients can't use up the resets of a client that the account knows", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { email } = world.person('member');
    for (let i = 0; i < 6; i++) {
      await world.browser(known, `stranger ${i}`).api['password-reset'].$post({ json: { email } });
      world.wait(minute);
    }
    const late = world.browser(known, 'stranger');
    expect(await no(late.api['password-reset'].$post({ json: { email } }))).toBe('429 too_many');
    // The mail that the refused client already has contains a link that still works.
    const token = await world.mailedToken(email);
    await yes(late.api['password-reset'].look.$post({ json: { token } }));
    await yes(ben.api.security['reset-mail'].$post());
  });

  test('96: a known client can sign in after a hundred wrong passwords by unknown clients', async () => {
    const world = await newWorld();
    await world.signedIn('member');
    const { email } = world.person('member');
    for (let round = 0; round < 20; round++) {
      const stranger = world.browser(known, `stranger ${round}`);
      for (let i = 0; i < 5; i++) await no(stranger.signIn({ email, password: 'wrong' }));
      world.wait(2 * hour);
    }
    const stranger = world.browser(known, 'stranger');
    expect(await no(stranger.signIn(world.credentials('member')))).toBe('429 locked');
    await world.signedIn('member');
    world.wait(hour);
    expect(await no(stranger.signIn(world.credentials('member')))).toBe('429 locked');
  });

  test('96: a known client has ten attempts before it counts as unknown', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { email } = world.person('member');
    const again = world.browser();
    const stranger = world.browser(known, 'stranger');
    for (let i = 0; i < 5; i++) await no(stranger.signIn({ email, password: 'wrong' }));
    for (let i = 0; i < 10; i++)
      expect(await no(again.signIn({ email, password: 'wrong' }))).toBe('401 sign_in_failed');
    expect(await no(again.signIn(world.credentials('member')))).toBe('429 locked');
    await yes(ben.me());
    world.wait(minute);
    await world.signedIn('member');
  });

  test('97: wrong passwords at re-authentication lock it, send a mail and end the session', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { password } = world.person('member');
    const answers: string[] = [];
    for (let i = 0; i < 200 && answers.at(-1) !== '401 signed_out'; i++) {
      answers.push(await no(ben.sudoPassword('wrong')));
      if (answers.at(-1) === '429 locked') world.wait(minute);
      if (answers.at(-1) === '429 too_many') world.wait(minute);
      if (i === 5) expect(answers).toEqual([...Array(5).fill('400 wrong_password'), '429 locked']);
    }
    expect(answers.filter((answer) => answer === '400 wrong_password')).toHaveLength(19);
    expect(answers.at(-1)).toBe('401 signed_out');
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await world.mailKinds('member')).toContain('locked');
    // Attempts at sign-in are counted separately from attempts at re-authentication.
    await yes(
      world.browser(known, 'elsewhere').signIn({ ...world.credentials('member'), password }),
    );
  });

  test('attempts to use a reset link are limited, and no hash is computed without a valid link', async () => {
    let hashes = 0;
    const world = await makeWorld(makeStore(), {
      derive: async ({ password, salt }) => {
        hashes += 1;
        return new Uint8Array(
          await crypto.subtle.digest(
            'SHA-256',
            Buffer.concat([salt ?? new Uint8Array(), password]),
          ),
        );
      },
    });
    const before = hashes;
    const attacker = world.browser(known, 'attacker');
    const finish = (token: string) =>
      attacker.api['password-reset'].finish.$post({
        json: { token, password: 'entirely different words', confirm: 'entirely different words' },
      });
    for (let i = 0; i < 20; i++) expect(await no(finish('x'.repeat(43)))).toBe('410 reset_expired');
    expect(await no(finish('x'.repeat(43)))).toBe('429 too_many');
    const { email } = world.person('member');
    await yes(world.browser().api['password-reset'].$post({ json: { email } }));
    expect(await no(finish(await world.mailedToken(email)))).toBe('429 too_many');
    expect(hashes).toBe(before);
  });

  test('new sets of backup codes are limited, because each set costs ten hashes', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    for (let i = 0; i < 20; i++) await yes(ben.start());
    expect(await no(ben.start())).toBe('429 too_many');
  });

  test('the number of stored locks for unknown addresses is limited', async () => {
    const store = makeStore();
    const world = await makeWorld(store);
    const locks = () => store.read(async (tx) => (await tx.locks.all()).length);
    await store.write((tx) => tx.meta.put({ id: 'strangers', value: 1000 }));
    for (let i = 0; i < 5; i++)
      await no(world.browser().signIn({ email: `invented${i}@a.example`, password: 'wrong' }));
    expect(await locks()).toBeLessThanOrEqual(1);
    const { email } = world.person('member');
    await no(world.browser().signIn({ email, password: 'wrong' }));
    expect(await locks()).toBeGreaterThan(0);
  });

  test('failed sign-ins of one client are limited across all addresses', async () => {
    const world = await newWorld();
    const attacker = world.browser(known, 'attacker');
    for (let i = 0; i < 60; i++)
      await no(attacker.signIn({ email: `person${i}@larkfield.example`, password: 'wrong' }));
    expect(await no(attacker.signIn(world.credentials('member')))).toBe('429 too_many');
    await world.signedIn('member');
  });
});
