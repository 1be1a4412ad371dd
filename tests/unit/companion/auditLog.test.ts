import { describe, expect, test } from 'vitest';
import { day, makeWorld, stores, yes, type Browser, type World } from './support';

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

describe.each(stores)('the audit log (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('103: pages of the audit log have no gaps and no duplicates while entries arrive', async () => {
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

  test('103: the audit log can be filtered by person and by kind of event', async () => {
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

  test("103: an admin without 2FA can't read personal entries", async () => {
    const world = await newWorld();
    await world.signedIn('member');
    const ada = await world.signedIn('admin');
    const { entries, personal } = await auditOf(world, ada);
    expect({ entries, personal }).toEqual({ entries: [], personal: false });
  });

  test('audit entries are deleted after their retention time', async () => {
    const store = makeStore();
    const world = await makeWorld(store);
    await world.signedIn('member');
    const count = () => store.read(async (tx) => (await tx.audit.all()).length);
    expect(await count()).toBe(1);
    world.wait(400 * day + 1000);
    await world.signedIn('member');
    expect(await count()).toBe(1);
  });
});
