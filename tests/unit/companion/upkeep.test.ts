import { describe, expect, test } from 'vitest';
import { day, makeWorld, no, stores, yes } from './support';

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

  test('deleting expired locks decreases the counter only for locks of unknown addresses', async () => {
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

  test('deleting an account deletes its setup, links, challenges, sessions and memberships', async () => {
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

  test('a workspace that is deleted with its last member leaves no job', async () => {
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
});
