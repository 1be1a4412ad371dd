import { describe, expect, test } from 'vitest';
import { faultyStore } from './faultyStore';
import { day, hour, makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

const auditOf = async (
  world: World,
  admin: Browser,
  query: { after?: string; person?: string; event?: string } = {},
) =>
  yes(
    admin.api.workspaces[':workspace'].audit.$get({
      param: { workspace: await world.workspaceId(admin) },
      query,
    }),
  );

describe.each(stores)('records over time (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('103: pages of the audit log have no gap and no duplicate while entries arrive', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const ben = await world.signedIn('member');
    const workspace = await world.workspaceId(ben);
    const go = () => ben.api.me.workspace.$put({ json: { workspaceId: workspace } });
    for (let i = 0; i < 250; i++) await yes(go());
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await auditOf(world, ada, after === undefined ? {} : { after });
      expect(page.entries.length).toBeLessThanOrEqual(100);
      seen.push(...page.entries.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
      await yes(go());
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(250);
    expect(seen.toSorted().toReversed()).toEqual(seen);
  });

  test('103: filters the audit log by person and by kind of event', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    const person = await world.userId('member');
    const { entries } = await auditOf(world, ada, { event: 'two-factor' });
    expect(new Set(entries.map(({ event }) => event))).toEqual(
      new Set(['two-factor/on', 'two-factor/started']),
    );
    const bens = await auditOf(world, ada, { person });
    expect(new Set(bens.entries.map(({ subject }) => subject))).toEqual(new Set(['Ben Lindqvist']));
    const both = await auditOf(world, ada, { person, event: 'sign-in' });
    expect(both.entries.map(({ event }) => event)).toEqual(['sign-in/password']);
  });

  test('103: an admin without own 2FA reads no personal entries', async () => {
    const world = await newWorld();
    await world.signedIn('member');
    const ada = await world.signedIn('admin');
    const { entries, personal } = await auditOf(world, ada);
    expect({ entries, personal }).toEqual({ entries: [], personal: false });
  });

  test('deletes audit entries after their time', async () => {
    const store = makeStore();
    const world = await makeWorld(store);
    await world.signedIn('member');
    const count = () => store.read(async (tx) => (await tx.audit.all()).length);
    expect(await count()).toBe(1);
    world.wait(400 * day + 1000);
    await world.signedIn('member');
    expect(await count()).toBe(1);
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

  test('107: a server error while reading keeps the session', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const ben = await world.signedIn('member');
    world.wait(2 * minute);
    const happened = store.failOnce('sessions', 'put');
    expect(await no(ben.security())).toBe('500 fault');
    expect(happened()).toBe(true);
    await yes(ben.security());
  });

  test('a session, a link and a proof from the future expire after the clock was set back', async () => {
    const world = await newWorld();
    const clock = (offset: number) => world.browser().api.demo.clock.$put({ json: { offset } });
    await yes(clock(30 * day));
    const ben = await world.signedIn('member');
    await yes(ben.api.security['reset-mail'].$post());
    const token = await world.mailedToken(world.person('member').email);
    await yes(clock(0));
    expect(await no(ben.me())).toBe('401 signed_out');
    expect(await no(ben.api['password-reset'].look.$post({ json: { token } }))).toBe(
      '410 reset_expired',
    );
  });

  test("only a person's actions extend a session", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const passive = async () => {
      const response = await world.companion.fetch(
        new Request('https://companion.invalid/me', {
          headers: {
            authorization: `Bearer ${ben.token() ?? ''}`,
            'x-user-agent': 'Chrome/150 Linux',
            'x-client-id': 'Chrome/150 Linux',
            'x-passive': '1',
          },
        }),
      );
      return response.status;
    };
    for (let i = 0; i < 5; i++) {
      world.wait(11 * minute);
      expect(await passive()).toBe(200);
    }
    world.wait(hour - 54 * minute);
    expect(await passive()).toBe(401);
  });

  test('records the browser of a session, and mails about one that is new to the account', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const thief = world.browser('Chrome/150 Linux', 'another profile');
    thief.useToken(ben.token());
    await yes(thief.me());
    expect((await world.mailKinds('member'))[0]).toBe('new-device');
    const firefox = world.browser('Firefox/153 Linux', 'another profile');
    firefox.useToken(ben.token());
    await yes(firefox.me());
    expect((await yes(firefox.sessions()))[0]?.device).toBe('Firefox on Linux');
    expect(await world.mailKinds('member')).toHaveLength(1);
  });

  test('signing in ends the session that it replaces', async () => {
    const world = await newWorld();
    const browser = await world.signedIn('member');
    const before = browser.token();
    await yes(browser.signIn(world.credentials('outsider')));
    browser.useToken(before);
    expect(await no(browser.me())).toBe('401 signed_out');
  });

  test('106: enforcement for 250 members mails each once, also if interrupted', async () => {
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
    // Someone whose batch is still pending signs in and is mailed then.
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

  test('106: a member who signs in before their batch is mailed then, once', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const workspaceId = await world.workspaceId(ada);
    const ben = await world.userId('member');
    // As if the first batch had ended before Ben.
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

  test('an admin finds a member by the prefix of the address', async () => {
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
});
