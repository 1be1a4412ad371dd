import { describe, expect, test } from 'vitest';
import { faultyStore } from './faultyStore';
import { makeWorld, minute, no, refusal, stores, yes, type World } from './support';

const harbourWithoutTwoFactor = ['ben', 'gina', 'theo'].map((name) => `${name}@larkfield.example`);

const invitations = async (world: World) =>
  (await world.store.read((tx) => tx.mails.all()))
    .filter(({ kind }) => kind === 'enforcement-invite')
    .map(({ to }) => to)
    .toSorted();

describe.each(stores)('enforcement (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('66: every admin route refuses a person without "Manage Account", with or without fresh proof', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    const workspace = await world.workspaceId(ben);
    const param = { workspace };
    const member = { workspace, user: await world.userId('admin') };
    const api = ben.api.workspaces[':workspace'];
    const calls = [
      () => world.enforce(ben),
      () => api.enforcement.$get({ param }),
      () => api.members.$get({ param, query: {} }),
      () => api.members[':user']['two-factor-secret'].$post({ param: member }),
      () => api.members[':user'].$delete({ param: member }),
      () => api.groups.$get({ param }),
      () => api.audit.$get({ param, query: {} }),
    ];
    for (const call of calls) expect(await no(call())).toBe('403 forbidden');
    const olga = await world.signedIn('outsider');
    expect(await no(olga.api.workspaces[':workspace'].members.$get({ param, query: {} }))).toBe(
      '404 not_found',
    );
  });

  test("67: an admin without 2FA can't enforce 2FA, and nothing is mailed", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    expect(await refusal(world.enforce(ada))).toMatchObject({
      code: 'enable_own_2fa_first',
    });
    expect(await invitations(world)).toEqual([]);
    const param = { workspace: await world.workspaceId(ada) };
    expect(await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }))).toMatchObject({
      enforced: false,
      ownTwoFactorOn: false,
      members: 4,
      withoutTwoFactor: 4,
    });
  });

  test('68: exactly the members without 2FA get a mail, as many as announced', async () => {
    const world = await newWorld();
    await world.enrol(await world.signedIn('google'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada) };
    const shown = await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }));
    expect(shown).toMatchObject({ withoutTwoFactor: 2, ownTwoFactorOn: true });
    expect(await yes(world.enforce(ada))).toMatchObject({ mailed: 2 });
    expect(await invitations(world)).toEqual(['ben@larkfield.example', 'theo@larkfield.example']);
  });

  test('68: an error at the third mail rolls back all mails and the setting', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const { browser: ada } = await world.adminWithTwoFactor();
    const failed = store.failOnce('mails', 'put', 2);
    expect(await no(world.enforce(ada))).toBe('500 fault');
    expect(failed()).toBe(true);
    expect(await invitations(world)).toEqual([]);
    expect((await yes(ada.security())).enforcedBy).toEqual([]);
    expect(await yes(world.enforce(ada))).toMatchObject({ mailed: 3 });
  });

  test('69: confirming in two tabs sends one set of mails', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada) };
    const { version } = await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }));
    const confirm = () =>
      ada.api.workspaces[':workspace'].enforcement.$put({ param, json: { on: true, version } });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await invitations(world)).toEqual(harbourWithoutTwoFactor);
  });

  test('72: setting up 2FA on the Security tab voids the mailed secret', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    expect((await yes(ben.me())).mustEnrolFor).toEqual(['Harbour']);
    const key = await world.mailedKey('ben@larkfield.example');
    const { secretKey } = await world.enrol(ben);
    expect((await yes(ben.me())).mustEnrolFor).toEqual([]);
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, world.code(key)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, world.code(secretKey)));
  });

  test('72: a setup that is open when enforcement begins can be completed', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { browser: ada } = await world.adminWithTwoFactor();
    const setUp = await yes(ben.start());
    await yes(world.enforce(ada));
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
    expect((await yes(ben.security())).twoFactor).toMatchObject({ state: 'on', mailed: false });
  });

  test('enforcing 2FA requires a second factor proven within five minutes', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    world.wait(6 * minute);
    expect(await refusal(world.enforce(ada))).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['code', 'backup-code'] },
    });
  });
});
