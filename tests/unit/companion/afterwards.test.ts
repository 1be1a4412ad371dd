import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('notices and late responses (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('every change to groups makes forms that were loaded earlier stale', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const workspace = await world.workspaceId(ada);
    const { groups } = ada.api.workspaces[':workspace'];
    const read = () => yes(groups.$get({ param: { workspace } }));
    const form = { name: 'Friends', manageAccount: false, members: [] };
    const { version } = await read();
    await yes(groups.$post({ param: { workspace }, json: { ...form, version } }));
    const stale = { ...form, name: 'Others', version };
    expect(await no(groups.$post({ param: { workspace }, json: stale }))).toBe('409 stale');
    const made = await read();
    const group = made.groups.find(({ name }) => name === 'Friends')?.id ?? '';
    const change = { ...form, name: 'Mates', version: made.version };
    await yes(groups[':group'].$put({ param: { workspace, group }, json: change }));
    expect(await no(groups[':group'].$put({ param: { workspace, group }, json: change }))).toBe(
      '409 stale',
    );
    const changed = await read();
    await yes(
      groups[':group'].delete.$post({
        param: { workspace, group },
        json: { version: changed.version },
      }),
    );
    const late = { ...form, version: changed.version };
    expect(await no(groups.$post({ param: { workspace }, json: late }))).toBe('409 stale');
  });

  test('a password reset requires the new password twice', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    const reset = world.browser().api['password-reset'];
    await yes(reset.$post({ json: { email } }));
    const token = await world.mailedToken(email);
    const json = { token, password: 'entirely different words', confirm: 'entirely other words' };
    expect(await no(reset.finish.$post({ json }))).toBe('400 password_mismatch');
    await yes(reset.finish.$post({ json: { ...json, confirm: json.password } }));
  });

  test("leaving a workspace responds 404 to someone who isn't a member", async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    const workspace = await world.workspaceId(olga, 'Meadow');
    const ben = await world.signedIn('member');
    const { membership } = ben.api.workspaces[':workspace'];
    expect(await no(membership.$delete({ param: { workspace } }))).toBe('404 not_found');
  });

  test("disabling an account sends its owner a mail, and enabling it doesn't", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const { disabled } = ada.api.workspaces[':workspace'].members[':user'];
    await yes(disabled.$put({ param, json: { disabled: true } }));
    expect(await world.mailKinds('member')).toEqual(['account-disabled']);
    await yes(disabled.$put({ param, json: { disabled: false } }));
    expect(await world.mailKinds('member')).toEqual(['account-disabled']);
  });

  test('an invitation link fails after seven days or after its workspace was deleted', async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    const workspace = await world.workspaceId(olga, 'Meadow');
    const email = 'zoe@elsewhere.example';
    const { members } = olga.api.workspaces[':workspace'];
    await yes(members.$post({ param: { workspace }, json: { email } }));
    const token = await world.mailedToken(email);
    const look = () => world.browser().api.invitation.look.$post({ json: { token } });
    await yes(look());
    world.wait(7 * day);
    expect(await no(look())).toBe('410 link_expired');
    world.wait(-7 * day);
    await yes(look());
    await world.store.write((tx) => tx.workspaces.delete(workspace));
    expect(await no(look())).toBe('410 link_expired');
  });

  test('a replaced session token works until the new token is used', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const before = ben.token();
    await yes(ben.sudoPassword(world.person('member').password));
    const fresh = ben.token();
    // The response was lost, so the page keeps using its old token.
    ben.useToken(before);
    for (let i = 0; i < 3; i++) {
      world.wait(2 * minute);
      await yes(ben.me());
      await yes(ben.api['two-factor'].cancel.$post());
    }
    ben.useToken(fresh);
    await yes(ben.me());
    ben.useToken(before);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('106: the enforcement job continues after the response of the call that started it', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspaceId = await world.workspaceId(ada);
    const model = await world.userId('member');
    await world.store.write(async (tx) => {
      const user = await tx.users.get(model);
      const counts = await tx.counts.get(workspaceId);
      if (!user || !counts) throw new Error('no Ben');
      for (let i = 0; i < 120; i++) {
        const [id, email] = [`extra-${i}`, `m${String(i).padStart(3, '0')}@larkfield.example`];
        await tx.users.put({ ...user, id, email, emailKey: email });
        const order = `${workspaceId} ${email}`;
        const row = { id: `${workspaceId} ${id}`, workspaceId, userId: id, joinedAt: 0, order };
        await tx.memberships.put(row);
      }
      const { members, withoutTwoFactor, toMail } = counts;
      await tx.counts.put({
        id: workspaceId,
        members: members + 120,
        withoutTwoFactor: withoutTwoFactor + 120,
        toMail: toMail + 120,
      });
    });
    world.wait(hour / 60);
    await yes(world.enforce(ada));
    await world.companion.idle();
    const mails = await world.store.read((tx) => tx.mails.all());
    expect(mails.filter(({ kind }) => kind === 'enforcement-invite')).toHaveLength(123);
    expect(await world.store.read((tx) => tx.jobs.all())).toEqual([]);
  });
});
