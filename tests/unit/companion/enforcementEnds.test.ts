import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { makeWorld, no, refusal, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('the scope of enforcement (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('73: existing 2FA stays when enforcement is turned off, and turning it on again sends new mails', async () => {
    const { world, ada, secretKey } = await enforcedHarbour(makeStore());
    const key = await world.mailedKey('ben@larkfield.example');
    const ben = await world.challenged('member');
    await yes(ben.browser.code(ben.challenge, world.code(key)));
    const older = await world.mailedKey('theo@larkfield.example');
    world.wait(step);
    await yes(ada.sudoCode(world.code(secretKey)));
    await yes(world.enforce(ada, false));
    expect((await world.mailKinds('member'))[0]).toBe('enforcement-off');
    await world.challenged('member');
    await world.signedIn('both');
    await world.signedIn('google');
    await yes(ben.browser.disable());
    await world.enrol(await world.signedIn('member'));
    expect(await yes(world.enforce(ada))).toMatchObject({ mailed: 2 });
    const { browser, challenge } = await world.challenged('both');
    expect(await no(browser.code(challenge, world.code(older)))).toBe('400 wrong_code');
    const newer = await world.mailedKey('theo@larkfield.example');
    await yes(browser.code(challenge, world.code(newer)));
  });

  test("74: 2FA can't be turned off while one of two workspaces requires it", async () => {
    const { world } = await enforcedHarbour(makeStore());
    const key = await world.mailedKey('theo@larkfield.example');
    const { browser: theo, challenge } = await world.challenged('both');
    await yes(theo.code(challenge, world.code(key)));
    expect(await no(theo.disable())).toBe('403 enforced');
    const olga = await world.signedIn('outsider');
    const olgas = await world.enrol(olga);
    await yes(world.enforce(olga, true, 'Meadow'));
    expect((await yes(theo.security())).enforcedBy.toSorted()).toEqual(['Harbour', 'Meadow']);
    const param = { workspace: await world.workspaceId(theo) };
    await yes(theo.api.workspaces[':workspace'].membership.$delete({ param }));
    expect(await no(theo.disable())).toBe('403 enforced');
    await yes(olga.sudoCode(world.code(olgas.secretKey)));
    await yes(world.enforce(olga, false, 'Meadow'));
    await yes(theo.disable());
  });

  test("93: a workspace that isn't the account's home requires nothing at sign-in and closes its own pages", async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    await world.enrol(olga);
    expect(await yes(world.enforce(olga, true, 'Meadow'))).toMatchObject({ mailed: 0 });
    expect(await world.mailKinds('both')).toEqual([]);
    const theo = await world.signedIn('both');
    const meadow = await world.workspaceId(theo, 'Meadow');
    const { workspaces } = await yes(theo.me());
    expect(workspaces.find(({ id }) => id === meadow)).toMatchObject({ twoFactorRequired: true });
    const closed = { code: 'two_factor_required', facts: { workspace: 'Meadow' } };
    const members = () =>
      theo.api.workspaces[':workspace'].members.$get({ param: { workspace: meadow }, query: {} });
    expect(await refusal(members())).toEqual(closed);
    const go = () => theo.api.me.workspace.$put({ json: { workspaceId: meadow } });
    expect(await refusal(go())).toEqual(closed);
    await world.enrol(theo);
    expect(await no(members())).toBe('403 forbidden');
    await yes(go());
  });

  test('a secret that an admin reset has mailed is required even after enforcement has ended', async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    await yes(member['two-factor-secret'].$post({ param }));
    const key = await world.mailedKey('ben@larkfield.example');
    await yes(world.enforce(ada, false));
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(key)));
  });
});
