import { describe, expect, test } from 'vitest';
import { benWithTwoFactor } from './benWithTwoFactor';
import { day, makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

const reset = async (world: World, admin: Browser, user: string) =>
  admin.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({
    param: { workspace: await world.workspaceId(admin), user },
  });

describe.each(stores)("an admin's reset of a second factor (%s store)", (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('76: an admin reset voids the old code, backup codes, sessions, challenges and links', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const old = await world.enrol(ben);
    const { browser: ada } = await world.adminWithTwoFactor();
    const { email } = world.person('member');
    const open = await world.challenged('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await world.mailedToken(email);
    const answer = await yes(reset(world, ada, await world.userId('member')));
    expect(answer).toEqual({ done: true });
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(open.browser.code(open.challenge, world.code(old.secretKey)))).toBe(
      '410 challenge_expired',
    );
    expect(await no(world.browser().api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
    const { browser, challenge, methods } = await world.challenged('member');
    expect(methods).toEqual(['code']);
    expect(await no(browser.code(challenge, world.code(old.secretKey)))).toBe('400 wrong_code');
    expect(await no(browser.backupCode(challenge, old.backupCodes[0] ?? ''))).toBe(
      '409 no_backup_codes',
    );
    const key = await world.mailedKey(email);
    await yes(browser.code(challenge, world.code(key)));
    const param = { workspace: await world.workspaceId(ada) };
    const audit = JSON.stringify(
      await yes(ada.api.workspaces[':workspace'].audit.$get({ param, query: {} })),
    );
    expect(audit).toContain('member/two-factor-reset');
    expect(audit).not.toContain(key);
    expect(audit).not.toContain(key.replaceAll(' ', ''));
  });

  test("76: after an admin reset, the password alone doesn't sign in, with or without enforcement", async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(reset(world, ada, await world.userId('member')));
    const { state } = await world.challenged('member');
    expect(state).toBe('challenge');
  });

  test('77: an admin reset responds 404 for a person of another workspace', async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('outsider'));
    const { browser: ada } = await world.adminWithTwoFactor();
    expect(await no(reset(world, ada, await world.userId('outsider')))).toBe('404 no_such_user');
  });

  test('78: a sign-in during an admin reset leaves no session with the old secret', async () => {
    const world = await newWorld();
    const old = await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const user = await world.userId('member');
    const { browser, challenge } = await world.challenged('member');
    const [, signIn] = await Promise.all([
      yes(reset(world, ada, user)),
      browser.code(challenge, world.code(old.secretKey)),
    ]);
    if (signIn.ok) expect(await no(browser.me())).toBe('401 signed_out');
    const sessions = await world.store.read((tx) => tx.sessions.where('userId', user));
    expect(sessions).toEqual([]);
  });

  test('an admin can send one reset per five minutes, and none to a member with 2FA off', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { browser: ada, secretKey } = await world.adminWithTwoFactor();
    const user = await world.userId('member');
    expect(await no(reset(world, ada, user))).toBe('409 nothing_to_reset');
    await world.enrol(ben);
    await yes(reset(world, ada, user));
    expect(await no(reset(world, ada, user))).toBe('429 too_many');
    world.wait(5 * minute);
    await yes(ada.sudoCode(world.code(secretKey)));
    await yes(reset(world, ada, user));
  });

  test('31: after a hundred wrong codes, an admin reset ends the lock', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    for (let round = 0; round < 10; round++) {
      await fail(10);
      world.wait(2 * day);
    }
    expect(await no(pass())).toBe('403 authenticator_disabled');
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    await yes(member['two-factor-secret'].$post({ param }));
    const key = await world.mailedKey(world.person('member').email);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(key)));
  });
});
