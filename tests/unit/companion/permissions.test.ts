import { describe, expect, test } from 'vitest';
import { readDocument } from '../../openApi/readDocument';
import { makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

/** Returns every admin call to a workspace by method and path. */
async function adminCalls(world: World, browser: Browser, version: number) {
  const workspace = await world.workspaceId(browser);
  const api = browser.api.workspaces[':workspace'];
  const param = { workspace };
  const member = { workspace, user: await world.userId('google') };
  const group = { workspace, group: 'group-of-nobody' };
  const invitation = { workspace, id: 'invitation-of-nobody' };
  const form = { name: 'Friends', manageAccount: false, members: [] };
  return {
    'GET /members': () => api.members.$get({ param, query: {} }),
    'POST /members': () => api.members.$post({ param, json: { email: 'zoe@larkfield.example' } }),
    'GET /invitations': () => api.invitations.$get({ param, query: {} }),
    'POST /invitations/{id}/resend': () =>
      api.invitations[':id'].resend.$post({ param: invitation }),
    'DELETE /invitations/{id}': () => api.invitations[':id'].$delete({ param: invitation }),
    'DELETE /members/{user}': () => api.members[':user'].$delete({ param: member }),
    'PUT /members/{user}/disabled': () =>
      api.members[':user'].disabled.$put({ param: member, json: { disabled: true } }),
    'DELETE /members/{user}/sessions': () =>
      api.members[':user'].sessions.$delete({ param: member }),
    'POST /members/{user}/two-factor-secret': () =>
      api.members[':user']['two-factor-secret'].$post({ param: member }),
    'GET /groups': () => api.groups.$get({ param }),
    'POST /groups': () => api.groups.$post({ param, json: { ...form, version } }),
    'PUT /groups/{group}': () =>
      api.groups[':group'].$put({ param: group, json: { ...form, version } }),
    'POST /groups/{group}/delete': () =>
      api.groups[':group'].delete.$post({ param: group, json: { version } }),
    'GET /enforcement': () => api.enforcement.$get({ param }),
    'PUT /enforcement': () => api.enforcement.$put({ param, json: { on: true, version } }),
    'GET /audit': () => api.audit.$get({ param, query: {} }),
  };
}

const changes = (name: string) => !name.startsWith('GET');

describe.each(stores)('permissions of admin routes (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('66: these tests cover every admin route of the OpenAPI document', async () => {
    const world = await newWorld();
    const calls = await adminCalls(world, await world.signedIn('admin'), 1);
    const { paths } = (await readDocument()) as { paths: Record<string, object> };
    const below = '/workspaces/{workspace}';
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      path.startsWith(`${below}/`)
        ? Object.keys(methods).map(
            (method) => `${method.toUpperCase()} ${path.slice(below.length)}`,
          )
        : [],
    );
    // Leaving a workspace isn't an admin route, because every member may leave.
    expect(Object.keys(calls).toSorted()).toEqual(
      documented.filter((name) => name !== 'DELETE /membership').toSorted(),
    );
  });

  test('66: every admin route refuses a member without "Manage Account"', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    for (const [name, call] of Object.entries(await adminCalls(world, ben, 1)))
      expect(await no(call() as never), name).toBe('403 forbidden');
  });

  test('77: every admin route responds 404 to someone outside the workspace', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const calls = await adminCalls(world, ada, 1);
    const olga = await world.signedIn('outsider');
    await world.enrol(olga);
    ada.useToken(olga.token());
    for (const [name, call] of Object.entries(calls))
      expect(await no(call() as never), name).toBe('404 not_found');
  });

  test('52: every change by an admin requires fresh proof of identity', async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('google'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const { version } = await yes(
      ada.api.workspaces[':workspace'].groups.$get({ param: { workspace } }),
    );
    world.wait(5 * minute + 1000);
    const needing = Object.entries(await adminCalls(world, ada, version)).filter(
      ([name]) => changes(name) && !name.includes('{id}') && !name.includes('{group}'),
    );
    for (const [name, call] of needing)
      expect(await no(call() as never), name).toBe('401 reauth_required');
    const [found] = (
      await yes(ada.api.workspaces[':workspace'].groups.$get({ param: { workspace } }))
    ).groups;
    const group = ada.api.workspaces[':workspace'].groups[':group'];
    const param = { workspace, group: found?.id ?? '' };
    const json = { name: 'Admins', manageAccount: true, members: [await world.userId('admin')] };
    expect(await no(group.$put({ param, json: { ...json, version } }))).toBe('401 reauth_required');
    expect(await no(group.delete.$post({ param, json: { version } }))).toBe('401 reauth_required');
  });

  test('52: deleting an account requires fresh proof of identity', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    world.wait(5 * minute + 1000);
    expect(await no(ben.api.me.$delete())).toBe('401 reauth_required');
    await yes(ben.sudoPassword(world.person('member').password));
    await yes(ben.api.me.$delete());
  });

  test("79: the last active manager can't leave while the other manager is disabled", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const api = ada.api.workspaces[':workspace'];
    const { groups, version } = await yes(api.groups.$get({ param: { workspace } }));
    const ben = await world.userId('member');
    await yes(
      api.groups[':group'].$put({
        param: { workspace, group: groups[0]?.id ?? '' },
        json: {
          name: 'Administrators',
          version,
          manageAccount: true,
          members: [await world.userId('admin'), ben],
        },
      }),
    );
    const disabled = (on: boolean) =>
      yes(
        api.members[':user'].disabled.$put({
          param: { workspace, user: ben },
          json: { disabled: on },
        }),
      );
    await disabled(true);
    expect(await no(api.membership.$delete({ param: { workspace } }))).toBe('409 last_admin');
    expect(await no(ada.api.me.$delete())).toBe('409 last_admin');
    await disabled(false);
    await yes(api.membership.$delete({ param: { workspace } }));
  });

  test("67: an admin can't enforce 2FA before verifying their own mailed secret", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const id = await world.userId('admin');
    await world.store.write(async (tx) => {
      const factor = await tx.factors.get(id);
      if (factor) await tx.factors.put({ ...factor, state: 'invited' });
    });
    expect(await no(world.enforce(ada))).toBe('409 enable_own_2fa_first');
  });

  test('56: disabling an account stops its reset mails and voids earlier links', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const { email } = world.person('member');
    const reset = () => world.browser().api['password-reset'].$post({ json: { email } });
    await yes(reset());
    const token = await world.mailedToken(email);
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user'].disabled.$put({
        param,
        json: { disabled: true },
      }),
    );
    const before = (await world.mails(email)).length;
    world.wait(2 * minute);
    await yes(reset());
    expect(await world.mails(email)).toHaveLength(before);
    expect(await no(world.browser().api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
  });
});
