import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('cleanup, counters and notices (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('a sign-in deletes expired rows from every table', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await world.challenged('member');
    const gina = await world.signedIn('google');
    await yes(gina.start());
    await yes(
      world.browser().api['password-reset'].$post({ json: { email: world.person('both').email } }),
    );
    const olga = await world.signedIn('outsider');
    const workspace = await world.workspaceId(olga, 'Meadow');
    const { members } = olga.api.workspaces[':workspace'];
    await yes(members.$post({ param: { workspace }, json: { email: 'zoe@elsewhere.example' } }));
    await no(world.browser().signIn({ email: 'nobody@elsewhere.example', password: 'wrong' }));
    const rows = () =>
      world.store.read(async (tx) => ({
        challenges: (await tx.challenges.all()).length,
        pending: (await tx.pending.all()).length,
        tokens: (await tx.tokens.all()).length,
        invitations: (await tx.invitations.all()).length,
        sessions: (await tx.sessions.all()).length,
        locks: (await tx.locks.all()).length,
      }));
    for (const count of Object.values(await rows())) expect(count).toBeGreaterThan(0);
    world.wait(40 * day);
    await no(world.browser().signIn({ email: 'olga@larkfield.example', password: 'wrong' }));
    expect(await rows()).toEqual({
      challenges: 0,
      pending: 0,
      tokens: 0,
      invitations: 0,
      sessions: 0,
      locks: 1,
    });
  });

  test("deleting expired locks decreases the counter only for strangers' locks", async () => {
    const world = await newWorld();
    const strangers = async () => (await world.store.read((tx) => tx.meta.get('strangers')))?.value;
    const fail = (email: string) => no(world.browser().signIn({ email, password: 'wrong' }));
    await fail('nobody@elsewhere.example');
    await fail(world.person('member').email);
    await fail(world.person('both').email);
    expect(await strangers()).toBe(1);
    await world.store.write(async (tx) => {
      for (const lock of await tx.locks.all())
        if (lock.strangerAt === null) await tx.locks.put({ ...lock, expiresAt: world.now() - 1 });
    });
    await world.signedIn('outsider');
    expect(await strangers()).toBe(1);
    world.wait(40 * day);
    await world.signedIn('outsider');
    expect(await strangers()).toBe(0);
  });

  test('deleting an account deletes its setup, links, sign-ins, sessions and memberships', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await world.challenged('member');
    await yes(ben.start(true));
    await yes(ben.api.security['reset-mail'].$post());
    const user = await world.userId('member');
    await yes(ben.api.me.$delete());
    const left = await world.store.read(async (tx) => [
      await tx.pending.get(user),
      await tx.demoPasswords.get(user),
      await tx.challenges.where('userId', user),
      await tx.tokens.where('about', user),
      await tx.sessions.where('userId', user),
      await tx.memberships.where('userId', user),
    ]);
    expect(left).toEqual([undefined, undefined, [], [], [], []]);
  });

  test('a workspace deleted with its last member leaves no job', async () => {
    const world = await newWorld();
    const noor = world.browser();
    await yes(world.viaGoogle(noor, 'google-1003'));
    const { workspaceId } = await yes(noor.me());
    await world.companion.idle();
    const id = workspaceId ?? '';
    await world.store.write((tx) =>
      tx.jobs.put({ id, kind: 'release', after: `${id} `, startedAt: 0, done: 0, total: 1 }),
    );
    await yes(noor.api.me.$delete());
    expect(await world.store.read((tx) => tx.jobs.all())).toEqual([]);
  });

  test('108: a deleted account leaves no readable secret', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const { email } = world.person('member');
    const key = await world.mailedKey(email);
    const id = await world.userId('member');
    const { browser: ben, challenge } = await world.challenged('member');
    await yes(ben.code(challenge, world.code(key)));
    await yes(ben.api.security['reset-mail'].$post());
    expect((await world.mails(email)).some(({ secret }) => secret !== null)).toBe(true);
    await yes(ben.api.me.$delete());
    const mails = await world.mails(email);
    expect(mails.length).toBeGreaterThan(2);
    expect(mails.filter(({ secret }) => secret !== null)).toEqual([]);
    const rows = await world.store.read(async (tx) => [
      await tx.factors.get(id),
      (await tx.mails.all()).filter(({ to, sealed }) => to === email && sealed !== null),
    ]);
    expect(rows).toEqual([undefined, []]);
  });

  test('every change of groups makes forms of an older version stale', async () => {
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

  test('a reset link requires the new password twice', async () => {
    const world = await newWorld();
    const { email } = world.person('member');
    const reset = world.browser().api['password-reset'];
    await yes(reset.$post({ json: { email } }));
    const token = await world.mailedToken(email);
    const json = { token, password: 'entirely different words', confirm: 'entirely other words' };
    expect(await no(reset.finish.$post({ json }))).toBe('400 password_mismatch');
    await yes(reset.finish.$post({ json: { ...json, confirm: json.password } }));
  });

  test('leaving a workspace returns 404 to someone outside it', async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    const workspace = await world.workspaceId(olga, 'Meadow');
    const ben = await world.signedIn('member');
    const { membership } = ben.api.workspaces[':workspace'];
    expect(await no(membership.$delete({ param: { workspace } }))).toBe('404 not_found');
  });

  test("disabling an account mails its owner; enabling it doesn't", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const { disabled } = ada.api.workspaces[':workspace'].members[':user'];
    await yes(disabled.$put({ param, json: { disabled: true } }));
    expect(await world.mailKinds('member')).toEqual(['account-disabled']);
    await yes(disabled.$put({ param, json: { disabled: false } }));
    expect(await world.mailKinds('member')).toEqual(['account-disabled']);
  });

  test('an invitation link fails after seven days or once its workspace is deleted', async () => {
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

  test('a replaced session token works until the new one is used', async () => {
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

  test('106: the enforcement job finishes after the call that started it', async () => {
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
