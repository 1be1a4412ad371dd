import { describe, expect, test } from 'vitest';
import { makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

const reset = async (it: World, admin: Browser, user: string) =>
  admin.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({
    param: { workspace: await it.workspaceId(admin), user },
  });

describe.each(stores)('a second factor that an admin resets (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('76: after a reset nothing of the old factor works, and the mailed one does', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const old = await it.enrol(ben);
    const { browser: ada } = await it.adminWithTwoFactor();
    const { email } = it.person('member');
    const open = await it.challenged('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await it.mailedToken(email);
    const answer = await yes(reset(it, ada, await it.userId('member')));
    expect(answer).toEqual({ done: true });
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(open.browser.code(open.challenge, it.code(old.secretKey)))).toBe(
      '410 challenge_expired',
    );
    expect(await no(it.browser().api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
    const { browser, challenge, methods } = await it.challenged('member');
    expect(methods).toEqual(['code']);
    expect(await no(browser.code(challenge, it.code(old.secretKey)))).toBe('400 wrong_code');
    expect(await no(browser.backupCode(challenge, old.backupCodes[0] ?? ''))).toBe(
      '409 no_backup_codes',
    );
    const key = await it.mailedKey(email);
    await yes(browser.code(challenge, it.code(key)));
    const param = { workspace: await it.workspaceId(ada) };
    const audit = JSON.stringify(await yes(ada.api.workspaces[':workspace'].audit.$get({ param })));
    expect(audit).toContain('member/two-factor-reset');
    expect(audit).not.toContain(key);
    expect(audit).not.toContain(key.replaceAll(' ', ''));
  });

  test('76: a reset is never a way to sign in by password alone, enforced or not', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('member'));
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(reset(it, ada, await it.userId('member')));
    const { state } = await it.challenged('member');
    expect(state).toBe('challenge');
  });

  test('77: a person of another workspace is as if not there', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('outsider'));
    const { browser: ada } = await it.adminWithTwoFactor();
    expect(await no(reset(it, ada, await it.userId('outsider')))).toBe('404 no_such_user');
  });

  test("78: raced by the member's own sign-in, no session lives on with the old secret", async () => {
    const it = await world();
    const old = await it.enrol(await it.signedIn('member'));
    const { browser: ada } = await it.adminWithTwoFactor();
    const user = await it.userId('member');
    const { browser, challenge } = await it.challenged('member');
    const [, signIn] = await Promise.all([
      yes(reset(it, ada, user)),
      browser.code(challenge, it.code(old.secretKey)),
    ]);
    if (signIn.ok) expect(await no(browser.me())).toBe('401 signed_out');
    const sessions = await it.store.read((tx) => tx.sessions.where('userId', user));
    expect(sessions).toEqual([]);
  });

  test('a reset goes out once in five minutes, and not to someone who has nothing to reset', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada, secretKey } = await it.adminWithTwoFactor();
    const user = await it.userId('member');
    expect(await no(reset(it, ada, user))).toBe('409 nothing_to_reset');
    await it.enrol(ben);
    await yes(reset(it, ada, user));
    expect(await no(reset(it, ada, user))).toBe('429 too_many');
    it.wait(5 * minute);
    await yes(ada.sudoCode(it.code(secretKey)));
    await yes(reset(it, ada, user));
  });
});
