import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { faultyStore } from './faultyStore';
import { makeWorld, minute, no, refusal, stores, yes, type World } from './support';

const step = 30_000;
const harbourWithoutTwoFactor = ['ben', 'gina', 'theo'].map((name) => `${name}@larkfield.example`);

const invitations = async (it: World) =>
  (await it.store.read((tx) => tx.mails.all()))
    .filter(({ kind }) => kind === 'enforcement-invite')
    .map(({ to }) => to)
    .toSorted();

describe.each(stores)('enforcement (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('66: without "Manage Account" nothing of it can be seen or changed, by sudo or otherwise', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    const workspace = await it.workspaceId(ben);
    const param = { workspace };
    const member = { workspace, user: await it.userId('admin') };
    const api = ben.api.workspaces[':workspace'];
    const calls = [
      () => it.enforce(ben),
      () => api.enforcement.$get({ param }),
      () => api.members.$get({ param }),
      () => api.members[':user']['two-factor-secret'].$post({ param: member }),
      () => api.members[':user'].$delete({ param: member }),
      () => api.groups.$get({ param }),
      () => api.audit.$get({ param }),
    ];
    for (const call of calls) expect(await no(call())).toBe('403 forbidden');
    const olga = await it.signedIn('outsider');
    expect(await no(olga.api.workspaces[':workspace'].members.$get({ param }))).toBe(
      '404 not_found',
    );
  });

  test('67: an admin without own 2FA is reminded; nothing is mailed and nothing turned on', async () => {
    const it = await world();
    const ada = await it.signedIn('admin');
    expect(await refusal(it.enforce(ada))).toMatchObject({
      code: 'enable_own_2fa_first',
      message: "You haven't set up 2FA for your own login. Protect your own login first.",
    });
    expect(await invitations(it)).toEqual([]);
    const param = { workspace: await it.workspaceId(ada) };
    expect(await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }))).toMatchObject({
      enforced: false,
      ownTwoFactorOn: false,
      members: 4,
      withoutTwoFactor: 4,
    });
  });

  test('68: exactly the members without 2FA are mailed, as many as were announced', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('google'));
    const { browser: ada } = await it.adminWithTwoFactor();
    const param = { workspace: await it.workspaceId(ada) };
    const shown = await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }));
    expect(shown).toMatchObject({ withoutTwoFactor: 2, ownTwoFactorOn: true });
    expect(await yes(it.enforce(ada))).toMatchObject({ mailed: 2 });
    expect(await invitations(it)).toEqual(['ben@larkfield.example', 'theo@larkfield.example']);
  });

  test('68: a fault at the third mail leaves no mail and no enforcement', async () => {
    const store = faultyStore(makeStore());
    const it = await makeWorld(store);
    const { browser: ada } = await it.adminWithTwoFactor();
    const failed = store.failOnce('mails', 'put', 2);
    expect(await no(it.enforce(ada))).toBe('500 fault');
    expect(failed()).toBe(true);
    expect(await invitations(it)).toEqual([]);
    expect((await yes(ada.security())).enforcedBy).toEqual([]);
    expect(await yes(it.enforce(ada))).toMatchObject({ mailed: 3 });
  });

  test('69: confirmed in two tabs, one set of mails goes out', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    const param = { workspace: await it.workspaceId(ada) };
    const { version } = await yes(ada.api.workspaces[':workspace'].enforcement.$get({ param }));
    const confirm = () =>
      ada.api.workspaces[':workspace'].enforcement.$put({ param, json: { on: true, version } });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await invitations(it)).toEqual(harbourWithoutTwoFactor);
  });

  test('72: a member who is signed in goes on, may enrol from the tab, and voids the mail by it', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(it.enforce(ada));
    expect((await yes(ben.me())).mustEnrolFor).toEqual(['Harbour']);
    const key = await it.mailedKey('ben@larkfield.example');
    const { secretKey } = await it.enrol(ben);
    expect((await yes(ben.me())).mustEnrolFor).toEqual([]);
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, it.code(key)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, it.code(secretKey)));
  });

  test('72: who has the set-up open when enforcement begins can finish it', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    const setUp = await yes(ben.start());
    await yes(it.enforce(ada));
    await yes(ben.verify(setUp.enrolment, it.code(setUp.secretKey)));
    expect((await yes(ben.security())).twoFactor).toMatchObject({ state: 'on', mailed: false });
  });

  test('73: ended, people keep what they set up and the others need no code; begun anew, it mails anew', async () => {
    const { it, ada, secretKey } = await enforcedHarbour(makeStore());
    const key = await it.mailedKey('ben@larkfield.example');
    const ben = await it.challenged('member');
    await yes(ben.browser.code(ben.challenge, it.code(key)));
    const older = await it.mailedKey('theo@larkfield.example');
    it.wait(step);
    await yes(ada.sudoCode(it.code(secretKey)));
    await yes(it.enforce(ada, false));
    expect((await it.mailKinds('member'))[0]).toBe('enforcement-off');
    await it.challenged('member');
    await it.signedIn('both');
    await it.signedIn('google');
    await yes(ben.browser.disable());
    await it.enrol(await it.signedIn('member'));
    expect(await yes(it.enforce(ada))).toMatchObject({ mailed: 2 });
    const { browser, challenge } = await it.challenged('both');
    expect(await no(browser.code(challenge, it.code(older)))).toBe('400 wrong_code');
    const newer = await it.mailedKey('theo@larkfield.example');
    await yes(browser.code(challenge, it.code(newer)));
  });

  test('74: in two workspaces one that requires it is enough; leaving that one sets free', async () => {
    const { it } = await enforcedHarbour(makeStore());
    const key = await it.mailedKey('theo@larkfield.example');
    const { browser: theo, challenge } = await it.challenged('both');
    await yes(theo.code(challenge, it.code(key)));
    expect(await no(theo.disable())).toBe('403 enforced');
    const olga = await it.signedIn('outsider');
    const olgas = await it.enrol(olga);
    await yes(it.enforce(olga, true, 'Meadow'));
    expect((await yes(theo.security())).enforcedBy.toSorted()).toEqual(['Harbour', 'Meadow']);
    const param = { workspace: await it.workspaceId(theo) };
    await yes(theo.api.workspaces[':workspace'].membership.$delete({ param }));
    expect(await no(theo.disable())).toBe('403 enforced');
    await yes(olga.sudoCode(it.code(olgas.secretKey)));
    await yes(it.enforce(olga, false, 'Meadow'));
    await yes(theo.disable());
  });

  test('74: a mailed secret that the other workspace still asks for stays good', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const olga = await it.signedIn('outsider');
    await it.enrol(olga);
    await yes(it.enforce(olga, true, 'Meadow'));
    await yes(it.enforce(ada, false));
    const { browser, challenge } = await it.challenged('both');
    const mail = (await it.mails('theo@larkfield.example')).find(
      ({ kind }) => kind === 'enforcement-invite',
    );
    await yes(browser.code(challenge, it.code(mail?.secret?.secretKey ?? '')));
  });

  test('a reset secret is still asked for after enforcement has ended', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('member'));
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(it.enforce(ada));
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    await yes(member['two-factor-secret'].$post({ param }));
    const key = await it.mailedKey('ben@larkfield.example');
    await yes(it.enforce(ada, false));
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.code(challenge, it.code(key)));
  });

  test('a proof older than five minutes is asked for again, with the second factor', async () => {
    const it = await world();
    const { browser: ada } = await it.adminWithTwoFactor();
    it.wait(6 * minute);
    expect(await refusal(it.enforce(ada))).toMatchObject({
      code: 'reauth_required',
      facts: { methods: ['code', 'backup-code'] },
    });
  });
});
