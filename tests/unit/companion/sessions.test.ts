import { describe, expect, test } from 'vitest';
import { day, hour, makeWorld, minute, no, stores, yes } from './support';

describe.each(stores)('sessions (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('62: two browsers are listed with device and time, this one is marked, no token is told', async () => {
    const it = await world();
    const here = await it.signedIn('member', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150');
    const there = await it.signedIn('member', 'Mozilla/5.0 (Windows NT 10.0) Firefox/150');
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
    expect((await it.mailKinds('member'))[0]).toBe('new-device');
  });

  test("63: ending another session is felt at once; nobody else's can be ended", async () => {
    const it = await world();
    const here = await it.signedIn('member');
    const there = await it.signedIn('member');
    const ada = await it.signedIn('admin');
    const end = (id: string) => here.api.sessions[':id'].$delete({ param: { id } });
    const other = (await yes(here.sessions())).find(({ current }) => !current);
    await yes(end(other?.id ?? ''));
    expect(await no(there.me())).toBe('401 signed_out');
    expect(await yes(here.sessions())).toHaveLength(1);
    const foreign = (await yes(ada.sessions()))[0]?.id ?? '';
    expect(await no(end(foreign))).toBe('404 not_found');
    await yes(ada.me());
  });

  test('63: all others can be ended together', async () => {
    const it = await world();
    const here = await it.signedIn('member');
    const others = [await it.signedIn('member'), await it.signedIn('member')];
    await yes(here.api.sessions.$delete());
    for (const other of others) expect(await no(other.me())).toBe('401 signed_out');
    await yes(here.me());
  });

  test('ending sessions needs a fresh proof', async () => {
    const it = await world();
    const here = await it.signedIn('member');
    it.wait(6 * minute);
    expect(await no(here.api.sessions.$delete())).toBe('401 reauth_required');
  });

  test('64: an hour without use ends a session', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    it.wait(hour);
    await yes(ben.me());
    it.wait(hour + 1000);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('64: a day ends it in any case', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    for (let i = 0; i < 48; i++) {
      it.wait(day / 48);
      await yes(ben.me());
    }
    it.wait(1000);
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('64: last use is written once a minute at most', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const seen = async () => (await it.store.read((tx) => tx.sessions.all()))[0]?.lastSeenAt;
    const begun = it.now();
    it.wait(59_000);
    await yes(ben.me());
    expect(await seen()).toBe(begun);
    it.wait(1000);
    await yes(ben.me());
    expect(await seen()).toBe(begun + minute);
  });

  test('65: out of the group, the next call of an admin is refused', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    const workspace = await it.workspaceId(ada);
    const groups = ada.api.workspaces[':workspace'].groups;
    const theo = await it.signedIn('both');
    const put = async (members: string[]) => {
      const list = await yes(groups.$get({ param: { workspace } }));
      const [group] = list.groups;
      return groups[':group'].$put({
        param: { workspace, group: group?.id ?? '' },
        json: { name: 'Administrators', manageAccount: true, members, version: list.version },
      });
    };
    const members = () => theo.api.workspaces[':workspace'].members.$get({ param: { workspace } });
    expect(await no(members())).toBe('403 forbidden');
    const [adaId, theoId] = [await it.userId('admin'), await it.userId('both')];
    await yes(put([adaId, theoId]));
    await yes(members());
    await yes(put([adaId]));
    expect(await no(members())).toBe('403 forbidden');
  });

  test('a twenty-first session ends the one that was used longest ago', async () => {
    const it = await world();
    const first = await it.signedIn('member');
    for (let i = 0; i < 20; i++) {
      it.wait(1000);
      await it.signedIn('member');
    }
    expect(await no(first.me())).toBe('401 signed_out');
  });

  test('signing out ends the session, and signing in begins another', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await yes(ben.signOut());
    expect(await no(ben.me())).toBe('401 signed_out');
  });

  test('a person of two workspaces has one second factor and switches between them', async () => {
    const it = await world();
    const theo = await it.signedIn('both');
    const { workspaces } = await yes(theo.me());
    expect(workspaces.map(({ name }) => name).toSorted()).toEqual(['Harbour', 'Meadow']);
    await it.enrol(theo);
    const { twoFactor } = await yes(theo.security());
    for (const { id } of workspaces) {
      await yes(theo.api.me.workspace.$put({ json: { workspaceId: id } }));
      expect((await yes(theo.me())).workspaceId).toBe(id);
      expect((await yes(theo.security())).twoFactor).toEqual(twoFactor);
    }
    expect(await it.store.read((tx) => tx.factors.all())).toHaveLength(1);
  });

  test('the state outlives the service: another one over the same store goes on', async () => {
    const store = makeStore();
    const it = await makeWorld(store);
    const ben = await it.signedIn('member');
    const { secretKey } = await it.enrol(ben);
    const later = await makeWorld(store);
    const again = later.browser();
    again.useToken(ben.token());
    expect((await yes(again.me())).email).toBe(it.person('member').email);
    later.wait(90_000);
    const { browser, challenge } = await later.challenged('member');
    await yes(browser.code(challenge, later.code(secretKey)));
  });
});
