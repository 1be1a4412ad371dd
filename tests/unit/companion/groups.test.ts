import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes } from './support';

describe.each(stores)('groups (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('a group without "Manage Account" gives its members no permission', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const { groups } = ada.api.workspaces[':workspace'];
    const members = [await world.userId('member')];
    const seen = () =>
      ben.api.workspaces[':workspace'].members.$get({ param: { workspace }, query: {} });
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

  test('groups can be created, changed and deleted, and a stale form is refused', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const { groups } = ada.api.workspaces[':workspace'];
    const ben = await world.userId('member');
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
    const olga = await world.userId('outsider');
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
});
