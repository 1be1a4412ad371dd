import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('sessions (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('62: the list shows two browsers with device and time, marks the current browser and contains no token', async () => {
    const world = await newWorld();
    const here = await world.signedIn('member', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150');
    const there = await world.signedIn('member', 'Mozilla/5.0 (Windows NT 10.0) Firefox/150');
    const list = await yes(here.sessions());
    expect(list.map(({ device, current }) => ({ device, current }))).toEqual(
      expect.arrayContaining([
        { device: 'Chromium on Linux', current: true },
        { device: 'Firefox on Windows', current: false },
      ]),
    );
    expect(list).toHaveLength(2);
    for (const { token } of [here, there])
      expect(JSON.stringify(list)).not.toContain(token() ?? 'none');
    expect((await world.mailKinds('member'))[0]).toBe('new-device');
  });

  test("63: a revoked session gets 401 immediately, and another user's session can't be revoked", async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    const there = await world.signedIn('member');
    const ada = await world.signedIn('admin');
    const end = (id: string) => here.api.sessions[':id'].$delete({ param: { id } });
    const other = (await yes(here.sessions())).find(({ current }) => !current);
    await yes(end(other?.id ?? ''));
    expect(await no(there.me())).toBe('401 signed_out');
    expect(await yes(here.sessions())).toHaveLength(1);
    const foreign = (await yes(ada.sessions()))[0]?.id ?? '';
    expect(await no(end(foreign))).toBe('404 not_found');
    await yes(ada.me());
  });

  test('63: all other sessions can be revoked at once', async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    const others = [await world.signedIn('member'), await world.signedIn('member')];
    await yes(here.api.sessions.$delete());
    for (const other of others) expect(await no(other.me())).toBe('401 signed_out');
    await yes(here.me());
  });

  test('ending sessions requires fresh proof', async () => {
    const world = await newWorld();
    const here = await world.signedIn('member');
    world.wait(6 * minute);
    expect(await no(here.api.sessions.$delete())).toBe('401 reauth_required');
  });

  test('64: a session ends after an hour without use', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    world.wait(hour);
    await yes(ben.me());
    world.wait(hour + 1000);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('64: a session ends a day after sign-in', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    for (let i = 0; i < 48; i++) {
      world.wait(day / 48);
      await yes(ben.me());
    }
    world.wait(1000);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('64: the use of a session is recorded at most once a minute', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const seen = async () => (await world.store.read((tx) => tx.sessions.all()))[0]?.lastSeenAt;
    const begun = world.now();
    world.wait(59_000);
    await yes(ben.me());
    expect(await seen()).toBe(begun);
    world.wait(1000);
    await yes(ben.me());
    expect(await seen()).toBe(begun + minute);
  });

  test("65: an admin who was removed from the managers' group is refused at the next request", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const workspace = await world.workspaceId(ada);
    const groups = ada.api.workspaces[':workspace'].groups;
    const theo = await world.signedIn('both');
    const put = async (members: string[]) => {
      const list = await yes(groups.$get({ param: { workspace } }));
      const [group] = list.groups;
      return groups[':group'].$put({
        param: { workspace, group: group?.id ?? '' },
        json: { name: 'Administrators', manageAccount: true, members, version: list.version },
      });
    };
    const members = () =>
      theo.api.workspaces[':workspace'].members.$get({ param: { workspace }, query: {} });
    expect(await no(members())).toBe('403 forbidden');
    const [adaId, theoId] = [await world.userId('admin'), await world.userId('both')];
    await yes(put([adaId, theoId]));
    await yes(members());
    await yes(put([adaId]));
    expect(await no(members())).toBe('403 forbidden');
  });

  test('a twenty-first session ends the least recently used session', async () => {
    const world = await newWorld();
    const first = await world.signedIn('member');
    for (let i = 0; i < 20; i++) {
      world.wait(1000);
      await world.signedIn('member');
    }
    expect(await no(first.me())).toBe('401 signed_out');
  });

  test('signing out ends the session, and signing in starts a new session', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await yes(ben.signOut());
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('a member of two workspaces has one second factor and can switch between the workspaces', async () => {
    const world = await newWorld();
    const theo = await world.signedIn('both');
    const { workspaces } = await yes(theo.me());
    expect(workspaces.map(({ name }) => name).toSorted()).toEqual(['Harbour', 'Meadow']);
    await world.enrol(theo);
    const { twoFactor } = await yes(theo.security());
    for (const { id } of workspaces) {
      await yes(theo.api.me.workspace.$put({ json: { workspaceId: id } }));
      expect((await yes(theo.me())).workspaceId).toBe(id);
      expect((await yes(theo.security())).twoFactor).toEqual(twoFactor);
    }
    expect(await world.store.read((tx) => tx.factors.all())).toHaveLength(1);
  });

  test('a restarted service continues the sessions in its store', async () => {
    const store = makeStore();
    const world = await makeWorld(store);
    const ben = await world.signedIn('member');
    const { secretKey } = await world.enrol(ben);
    const later = await makeWorld(store);
    const again = later.browser();
    again.useToken(ben.token());
    expect((await yes(again.me())).email).toBe(world.person('member').email);
    later.wait(90_000);
    const { browser, challenge } = await later.challenged('member');
    await yes(browser.code(challenge, later.code(secretKey)));
  });
});
