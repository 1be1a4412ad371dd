import { describe, expect, test } from 'vitest';
import { makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

type Role = 'admin' | 'member' | 'google' | 'both' | 'outsider';

/** Returns an admin's actions on another person's account. */
async function acts(world: World, admin: Browser, role: Role, name = 'Harbour') {
  const param = {
    workspace: await world.workspaceId(admin, name),
    user: await world.userId(role),
  };
  const member = admin.api.workspaces[':workspace'].members[':user'];
  return {
    reset: () => member['two-factor-secret'].$post({ param }),
    disable: (disabled = true) => member.disabled.$put({ param, json: { disabled } }),
    endSessions: () => member.sessions.$delete({ param }),
    remove: () => member.$delete({ param }),
  };
}

describe.each(stores)("an admin's permissions on accounts (%s store)", (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test("90: outside a member's home workspace, an admin can only remove the member", async () => {
    const world = await newWorld();
    const theo = await world.signedIn('both');
    await world.enrol(theo);
    const olga = await world.signedIn('outsider');
    await world.enrol(olga);
    const { reset, disable, endSessions, remove } = await acts(world, olga, 'both', 'Meadow');
    expect(await no(reset())).toBe('403 not_home');
    expect(await no(disable())).toBe('403 not_home');
    expect(await no(endSessions())).toBe('403 not_home');
    await yes(theo.me());
    await yes(remove());
    expect((await yes(theo.me())).workspaces.map(({ name }) => name)).toEqual(['Harbour']);
  });

  test("91: the home's admin can disable an account that is also in other workspaces", async () => {
    const world = await newWorld();
    const theo = await world.signedIn('both');
    const { browser: ada } = await world.adminWithTwoFactor();
    const { disable } = await acts(world, ada, 'both');
    await yes(disable());
    expect(await no(theo.me())).toBe('401 signed_out');
    await yes(disable(false));
    await world.signedIn('both');
  });

  test('92: a removed member keeps the second factor, and the previous admins get 404', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { secretKey } = await world.enrol(ben);
    const { browser: ada } = await world.adminWithTwoFactor();
    const { remove, reset, disable, endSessions } = await acts(world, ada, 'member');
    await yes(remove());
    for (const act of [reset, disable, endSessions, remove])
      expect(await no(act() as never)).toBe('404 no_such_user');
    expect(await yes(ben.me())).toMatchObject({ homeId: null, adminCanHelp: false });
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(secretKey)));
    const workspace = await world.workspaceId(ada);
    const { entries } = await yes(
      ada.api.workspaces[':workspace'].audit.$get({ param: { workspace }, query: {} }),
    );
    expect(entries.filter(({ subject }) => subject === 'Ben Lindqvist')).toMatchObject([
      { event: 'member/removed', outcome: 'ok' },
    ]);
  });

  test("94: an admin without 2FA can't reset, disable or sign out anyone", async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const ada = await world.signedIn('admin');
    const { reset, disable, endSessions } = await acts(world, ada, 'member');
    for (const act of [reset, disable, endSessions])
      expect(await no(act() as never)).toBe('409 enable_own_2fa_first');
    await world.enrol(ada);
    await yes(endSessions());
    await yes(reset());
  });

  test("102: the home's admin can end all sessions of a member, with a mail and an audit entry", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const other = await world.signedIn('member', 'Firefox/153 Linux');
    const { browser: ada, secretKey } = await world.adminWithTwoFactor();
    const { endSessions } = await acts(world, ada, 'member');
    world.wait(6 * minute);
    expect(await no(endSessions())).toBe('401 reauth_required');
    await yes(ada.sudoCode(world.code(secretKey)));
    await yes(endSessions());
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(other.me())).toBe('401 signed_out');
    expect((await world.mailKinds('member'))[0]).toBe('sessions-ended');
    const workspace = await world.workspaceId(ada);
    const { entries } = await yes(
      ada.api.workspaces[':workspace'].audit.$get({ param: { workspace }, query: {} }),
    );
    expect(entries[0]).toMatchObject({
      event: 'member/sessions-ended',
      actor: 'Ada Okafor',
      subject: 'Ben Lindqvist',
    });
  });

  test('66: a member without "Manage Account" can\'t perform any of an admin\'s actions on an account', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    const done = await acts(world, ben, 'google');
    for (const act of [done.reset, done.disable, done.endSessions, done.remove])
      expect(await no(act() as never)).toBe('403 forbidden');
  });

  test("52: each of an admin's actions on an account needs fresh proof", async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const done = await acts(world, ada, 'member');
    world.wait(5 * minute + 1000);
    for (const act of [done.reset, done.disable, done.endSessions, done.remove])
      expect(await no(act() as never)).toBe('401 reauth_required');
  });

  test("79: an admin can't disable or sign out themselves", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const { disable, endSessions } = await acts(world, ada, 'admin');
    expect(await no(disable())).toBe('409 not_yourself');
    expect(await no(endSessions())).toBe('409 not_yourself');
  });

  test('101: a sole admin is told that no other admin can help', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    expect(await yes(ada.me())).toMatchObject({ adminCanHelp: false });
    expect(await yes(ada.security())).toMatchObject({ adminCanHelp: false });
    const challenged = await world.challenged('admin');
    expect(challenged).toMatchObject({ adminCanHelp: false });
    const ben = await world.signedIn('member');
    expect(await yes(ben.me())).toMatchObject({ adminCanHelp: true });
    const workspace = await world.workspaceId(ada);
    const groups = ada.api.workspaces[':workspace'].groups;
    const { version, groups: found } = await yes(groups.$get({ param: { workspace } }));
    const members = [await world.userId('admin'), await world.userId('member')];
    await yes(
      groups[':group'].$put({
        param: { workspace, group: found[0]?.id ?? '' },
        json: { name: 'Administrators', manageAccount: true, members, version },
      }),
    );
    expect(await yes(ada.me())).toMatchObject({ adminCanHelp: true });
    const { disable } = await acts(world, ada, 'member');
    await yes(disable());
    expect(await yes(ada.me())).toMatchObject({ adminCanHelp: false });
  });

  test("102: ending a member's sessions also ends a sign-in that waits for a code", async () => {
    const world = await newWorld();
    const { secretKey } = await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const { browser, challenge } = await world.challenged('member');
    const { endSessions } = await acts(world, ada, 'member');
    await yes(endSessions());
    expect(await no(browser.code(challenge, world.code(secretKey)))).toBe('410 challenge_expired');
  });

  test('91: disabling a member is recorded in the audit log, and ends a pending setup', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await yes(ben.start());
    const { browser: ada } = await world.adminWithTwoFactor();
    const { disable } = await acts(world, ada, 'member');
    await yes(disable());
    const id = await world.userId('member');
    expect(await world.store.read((tx) => tx.pending.get(id))).toBeUndefined();
    const { entries } = await yes(
      ada.api.workspaces[':workspace'].audit.$get({
        param: { workspace: await world.workspaceId(ada) },
        query: {},
      }),
    );
    expect(entries[0]).toMatchObject({ event: 'member/disabled', subject: 'Ben Lindqvist' });
  });

  test('10: an admin reset mails no secret to an unverified address', async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const id = await world.userId('member');
    await world.store.write(async (tx) => {
      const user = await tx.users.get(id);
      if (user) await tx.users.put({ ...user, emailVerifiedAt: null });
    });
    const { reset } = await acts(world, ada, 'member');
    expect(await no(reset())).toBe('409 verify_email_first');
    expect(await world.mailKinds('member')).not.toContain('admin-reset');
  });
});
