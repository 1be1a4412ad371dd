import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes, type Browser, type World } from './support';

const reset = async (world: World, admin: Browser, user: string) =>
  admin.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({
    param: { workspace: await world.workspaceId(admin), user },
  });

describe.each(stores)("an admin's permissions (%s store)", (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test("79: a member who never finished signing up doesn't count as a manager", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const api = ada.api.workspaces[':workspace'];
    const { groups, version } = await yes(api.groups.$get({ param: { workspace } }));
    const members = [await world.userId('admin'), await world.userId('member')];
    await yes(
      api.groups[':group'].$put({
        param: { workspace, group: groups[0]?.id ?? '' },
        json: { name: 'Administrators', version, manageAccount: true, members },
      }),
    );
    const finished = (at: number | null) =>
      world.store.write(async (tx) => {
        const ben = await tx.users.get(members[1] ?? '');
        if (ben) await tx.users.put({ ...ben, completedAt: at });
      });
    await finished(null);
    expect(await no(api.membership.$delete({ param: { workspace } }))).toBe('409 last_admin');
    await finished(world.now());
    await yes(api.membership.$delete({ param: { workspace } }));
  });

  test("79: the last manager can't be removed, and admins can't reset themselves", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const user = await world.userId('admin');
    const api = ada.api.workspaces[':workspace'];
    expect(await no(reset(world, ada, user))).toBe('409 not_yourself');
    expect(await no(api.members[':user'].$delete({ param: { workspace, user } }))).toBe(
      '409 last_admin',
    );
    expect(await no(api.membership.$delete({ param: { workspace } }))).toBe('409 last_admin');
    expect(await no(ada.api.me.$delete())).toBe('409 last_admin');
    const { groups, version } = await yes(api.groups.$get({ param: { workspace } }));
    const group = groups[0]?.id ?? '';
    for (const form of [
      { manageAccount: true, members: [] },
      { manageAccount: false, members: [user] },
    ])
      expect(
        await no(
          api.groups[':group'].$put({
            param: { workspace, group },
            json: { name: 'Administrators', version, ...form },
          }),
        ),
      ).toBe('409 last_admin');
    expect(
      await no(
        api.groups[':group'].delete.$post({ param: { workspace, group }, json: { version } }),
      ),
    ).toBe('409 last_admin');
  });

  test("the members' list has each member's 2FA state, sign-in method and whether a reset is possible", async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada) };
    const { members } = await yes(
      ada.api.workspaces[':workspace'].members.$get({ param, query: {} }),
    );
    expect(
      members.map(({ name, method, twoFactor, canReset }) => [name, method, twoFactor, canReset]),
    ).toEqual([
      ['Ada Okafor', 'password', 'on', false],
      ['Ben Lindqvist', 'password', 'on', true],
      ['Gina Rossi', 'google', 'off', false],
      ['Theo Martens', 'password', 'off', false],
    ]);
  });

  test('disabling a member ends sessions and links, and prevents sign-in until the member is enabled again', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    const { email } = world.person('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await world.mailedToken(email);
    const setDisabled = async (role: 'member' | 'both' | 'admin', disabled: boolean) =>
      ada.api.workspaces[':workspace'].members[':user'].disabled.$put({
        param: { workspace: await world.workspaceId(ada), user: await world.userId(role) },
        json: { disabled },
      });
    await yes(setDisabled('member', true));
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(world.browser().signIn(world.credentials('member')))).toBe(
      '401 sign_in_failed',
    );
    expect(await no(world.browser().api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
    await yes(setDisabled('member', false));
    expect(await no(ben.me())).toBe('401 signed_out');
    await world.signedIn('member');
    expect(await no(setDisabled('admin', true))).toBe('409 not_yourself');
  });

  test('an admin can read the audit log of their own workspace and its members, and no other log', async () => {
    const world = await newWorld();
    await world.signedIn('outsider');
    await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada) };
    const audit = await yes(ada.api.workspaces[':workspace'].audit.$get({ param, query: {} }));
    expect(audit.entries[0]).toMatchObject({
      event: 'two-factor/on',
      outcome: 'ok',
      method: 'code',
    });
    expect(new Set(audit.entries.map(({ subject }) => subject))).toEqual(
      new Set(['Ada Okafor', 'Ben Lindqvist']),
    );
  });

  test('an admin can find a member by the first letters of the address', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const found = async (search: string) => {
      const param = { workspace: await world.workspaceId(ada) };
      const query = { search };
      const page = await yes(ada.api.workspaces[':workspace'].members.$get({ param, query }));
      return page.members.map(({ name }) => name);
    };
    expect(await found('BEN')).toEqual(['Ben Lindqvist']);
    expect(await found('ben@larkfield.example')).toEqual(['Ben Lindqvist']);
    expect(await found('bem')).toEqual([]);
    expect(await found('olga')).toEqual([]);
  });

  test('removing a member revokes access immediately', async () => {
    const world = await newWorld();
    const theo = await world.signedIn('both');
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('both') };
    await yes(ada.api.workspaces[':workspace'].members[':user'].$delete({ param }));
    expect((await yes(theo.me())).workspaces.map(({ name }) => name)).toEqual(['Meadow']);
    expect((await world.mailKinds('both'))[0]).toBe('removed-from-workspace');
  });

  test('deleting an account ends its sessions and frees its address', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const other = await world.signedIn('member');
    await yes(ben.api.me.$delete());
    expect(await no(other.me())).toBe('401 signed_out');
    expect(await no(world.browser().signIn(world.credentials('member')))).toBe(
      '401 sign_in_failed',
    );
    const { email } = world.person('member');
    const password = 'entirely different words';
    await yes(
      ben.api['sign-up'].$post({ json: { name: 'New', email, password, confirm: password } }),
    );
    expect((await world.newestMail(email)).kind).toBe('verify-address');
  });
});
