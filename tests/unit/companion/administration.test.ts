import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes, type Browser, type World } from './support';

const reset = async (it: World, admin: Browser, user: string) =>
  admin.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({
    param: { workspace: await it.workspaceId(admin), user },
  });

describe.each(stores)('what an admin may do (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('79: who never finished signing up does not count as one with "Manage Account"', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    const workspace = await it.workspaceId(ada);
    const api = ada.api.workspaces[':workspace'];
    const { groups, version } = await yes(api.groups.$get({ param: { workspace } }));
    const members = [await it.userId('admin'), await it.userId('member')];
    await yes(
      api.groups[':group'].$put({
        param: { workspace, group: groups[0]?.id ?? '' },
        json: { name: 'Administrators', version, manageAccount: true, members },
      }),
    );
    const finished = (at: number | null) =>
      it.store.write(async (tx) => {
        const ben = await tx.users.get(members[1] ?? '');
        if (ben) await tx.users.put({ ...ben, completedAt: at });
      });
    await finished(null);
    expect(await no(api.membership.$delete({ param: { workspace } }))).toBe('409 last_admin');
    await finished(it.now());
    await yes(api.membership.$delete({ param: { workspace } }));
  });

  test('79: the last one with "Manage Account" stays, and nobody resets themselves', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    const workspace = await it.workspaceId(ada);
    const user = await it.userId('admin');
    const api = ada.api.workspaces[':workspace'];
    expect(await no(reset(it, ada, user))).toBe('409 not_yourself');
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

  test('the Users page tells state, sign-in method and who can be reset', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('member'));
    const { browser: ada } = await it.adminWithTwoFactor();
    const param = { workspace: await it.workspaceId(ada) };
    const { members } = await yes(ada.api.workspaces[':workspace'].members.$get({ param }));
    expect(
      members.map(({ name, method, twoFactor, canReset }) => [name, method, twoFactor, canReset]),
    ).toEqual([
      ['Ada Okafor', 'password', 'on', false],
      ['Ben Lindqvist', 'password', 'on', true],
      ['Gina Rossi', 'google', 'off', false],
      ['Theo Martens', 'password', 'off', false],
    ]);
  });

  test('who is disabled is out at once, with sessions, links and sign-in; enabled again, in again', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    const { email } = it.person('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await it.mailedToken(email);
    const setDisabled = async (role: 'member' | 'both' | 'admin', disabled: boolean) =>
      ada.api.workspaces[':workspace'].members[':user'].disabled.$put({
        param: { workspace: await it.workspaceId(ada), user: await it.userId(role) },
        json: { disabled },
      });
    await yes(setDisabled('member', true));
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(it.browser().signIn(it.credentials('member')))).toBe('401 sign_in_failed');
    expect(await no(it.browser().api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
    await yes(setDisabled('member', false));
    expect(await no(ben.me())).toBe('401 signed_out');
    await it.signedIn('member');
    expect(await no(setDisabled('both', true))).toBe('409 belongs_elsewhere');
    expect(await no(setDisabled('admin', true))).toBe('409 not_yourself');
  });

  test('a group gives its members nothing but what it has itself', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    const workspace = await it.workspaceId(ada);
    const { groups } = ada.api.workspaces[':workspace'];
    const members = [await it.userId('member')];
    const seen = () => ben.api.workspaces[':workspace'].members.$get({ param: { workspace } });
    const put = async (group: string, manageAccount: boolean) => {
      const { version } = await yes(groups.$get({ param: { workspace } }));
      const json = { name: 'Support', manageAccount, members, version };
      return groups[':group'].$put({ param: { workspace, group }, json });
    };
    const { version } = await yes(groups.$get({ param: { workspace } }));
    const json = { name: 'Support', manageAccount: false, members, version };
    const { id } = await yes(groups.$post({ param: { workspace }, json }));
    expect(await no(seen())).toBe('403 forbidden');
    await yes(put(id, true));
    await yes(seen());
    await yes(put(id, false));
    expect(await no(seen())).toBe('403 forbidden');
  });

  test('groups can be made, changed and deleted; a form over an older state is refused', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    const workspace = await it.workspaceId(ada);
    const { groups } = ada.api.workspaces[':workspace'];
    const ben = await it.userId('member');
    const form = (version: number, name = 'Support') => ({
      param: { workspace },
      json: { name, manageAccount: false, members: [ben], version },
    });
    const first = await yes(groups.$get({ param: { workspace } }));
    const { id } = await yes(groups.$post(form(first.version)));
    expect(await no(groups.$post(form(first.version, 'Other')))).toBe('409 stale');
    const second = await yes(groups.$get({ param: { workspace } }));
    expect(second.groups.map(({ name }) => name).toSorted()).toEqual(['Administrators', 'Support']);
    expect(await no(groups.$post(form(second.version, 'support')))).toBe('409 name_taken');
    const olga = await it.userId('outsider');
    const foreign = { ...form(second.version).json, members: [olga] };
    expect(
      await no(groups[':group'].$put({ param: { workspace, group: id }, json: foreign })),
    ).toBe('404 no_such_user');
    await yes(
      groups[':group'].delete.$post({
        param: { workspace, group: id },
        json: { version: second.version },
      }),
    );
  });

  test('an admin reads of the own workspace and its members, and of no other', async () => {
    const it = await world();
    await it.signedIn('outsider');
    await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    const param = { workspace: await it.workspaceId(ada) };
    const audit = await yes(ada.api.workspaces[':workspace'].audit.$get({ param }));
    expect(audit[0]).toMatchObject({ event: 'two-factor/on', outcome: 'ok', method: 'code' });
    expect(new Set(audit.map(({ subject }) => subject))).toEqual(
      new Set(['Ada Okafor', 'Ben Lindqvist']),
    );
  });

  test('who is taken out of a workspace loses its group and its pages at once', async () => {
    const it = await world();
    const theo = await it.signedIn('both');
    const { browser: ada } = await it.adminWithTwoFactor();
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('both') };
    await yes(ada.api.workspaces[':workspace'].members[':user'].$delete({ param }));
    expect((await yes(theo.me())).workspaces.map(({ name }) => name)).toEqual(['Meadow']);
    expect((await it.mailKinds('both'))[0]).toBe('removed-from-workspace');
  });

  test('an account can be deleted by its owner; sessions end and the address is free', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const other = await it.signedIn('member');
    await yes(ben.api.me.$delete());
    expect(await no(other.me())).toBe('401 signed_out');
    expect(await no(it.browser().signIn(it.credentials('member')))).toBe('401 sign_in_failed');
    const { email } = it.person('member');
    const password = 'entirely different words';
    await yes(
      ben.api['sign-up'].$post({ json: { name: 'New', email, password, confirm: password } }),
    );
    expect((await it.newestMail(email)).kind).toBe('verify-address');
  });
});
