import { describe, expect, test } from 'vitest';
import { faultyStore } from './faultyStore';
import { makeWorld, stores, yes } from './support';

describe.each(stores)('the job that mails members (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('106: enforcement for 250 members mails each member once, even if it is interrupted', async () => {
    const store = makeStore();
    const world = await makeWorld(store);
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspaceId = await world.workspaceId(ada);
    const ben = await world.userId('member');
    await store.write(async (tx) => {
      const user = await tx.users.get(ben);
      if (!user) throw new Error('no Ben');
      for (let i = 0; i < 250; i++) {
        const email = `m${String(i).padStart(3, '0')}@larkfield.example`;
        const id = `extra-${i}`;
        await tx.users.put({ ...user, id, email, emailKey: email });
        await tx.memberships.put({
          id: `${workspaceId} ${id}`,
          workspaceId,
          userId: id,
          joinedAt: 0,
          order: `${workspaceId} ${email}`,
        });
      }
      const counts = await tx.counts.get(workspaceId);
      if (counts) {
        const { members, withoutTwoFactor, toMail } = counts;
        await tx.counts.put({
          id: workspaceId,
          members: members + 250,
          withoutTwoFactor: withoutTwoFactor + 250,
          toMail: toMail + 250,
        });
      }
    });
    const seen = await yes(
      ada.api.workspaces[':workspace'].enforcement.$get({ param: { workspace: workspaceId } }),
    );
    expect(seen).toMatchObject({ members: 254, withoutTwoFactor: 253, toMail: 253 });
    const invitations = async () =>
      (await store.read((tx) => tx.mails.all()))
        .filter(({ kind }) => kind === 'enforcement-invite')
        .map(({ to }) => to);
    const killed = faultyStore(store);
    const service = await makeWorld(killed);
    const admin = service.browser();
    admin.useToken(ada.token());
    // The worker stops during the second batch.
    killed.failOnce('jobs', 'put', 1);
    const answer = await yes(service.enforce(admin));
    expect(answer).toMatchObject({ enforced: true, mailed: 253 });
    expect(answer.progress).toEqual({ done: 100, total: 254 });
    await service.companion.idle();
    const first = (await invitations()).length;
    expect(first).toBeGreaterThan(90);
    expect(first).toBeLessThanOrEqual(100);
    // After a restart, the job mails the remaining members.
    const restarted = await makeWorld(store);
    await restarted.companion.idle();
    const all = await invitations();
    expect(all).toHaveLength(253);
    expect(new Set(all).size).toBe(253);
    const done = await yes(
      ada.api.workspaces[':workspace'].enforcement.$get({ param: { workspace: workspaceId } }),
    );
    expect(done).toMatchObject({ progress: null, withoutTwoFactor: 253 });
  });

  test('106: a member who signs in before their batch is mailed at sign-in, and only once', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const workspaceId = await world.workspaceId(ada);
    const ben = await world.userId('member');
    // Simulates a first batch that ended before Ben's.
    await world.store.write(async (tx) => {
      await tx.factors.delete(ben);
      await tx.jobs.put({
        id: workspaceId,
        kind: 'invite',
        after: `${workspaceId} `,
        startedAt: world.now(),
        done: 0,
        total: 4,
      });
    });
    const { browser, challenge } = await world.challenged('member');
    await world.companion.idle();
    const invitations = (await world.mailKinds('member')).filter(
      (kind) => kind === 'enforcement-invite',
    );
    expect(invitations).toHaveLength(2);
    await yes(browser.code(challenge, world.code(await world.mailedKey('ben@larkfield.example'))));
  });
});
