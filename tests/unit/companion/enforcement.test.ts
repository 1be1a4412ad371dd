import { describe, expect, test } from 'vitest';
import { faultyStore } from './faultyStore';
import { day, makeWorld, minute, no, refusal, stores, wrongCode, yes, type World } from './support';

const step = 30_000;
const harbourWithoutTwoFactor = ['ben', 'gina', 'theo'].map((name) => `${name}@larkfield.example`);

const invitations = async (it: World) =>
  (await it.store.read((tx) => tx.mails.all()))
    .filter(({ kind }) => kind === 'enforcement-invite')
    .map(({ to }) => to)
    .toSorted();

const mailedKey = async (it: World, address: string) =>
  (await it.newestMail(address)).secret?.secretKey ?? '';

describe.each(stores)('enforcement (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  async function enforcedHarbour() {
    const it = await world();
    const { browser: ada, secretKey } = await it.adminWithTwoFactor();
    expect(await yes(it.enforce(ada))).toEqual({ enforced: true, mailed: 3 });
    return { it, ada, secretKey };
  }

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

  test('70: an invited member signs in with the mailed code and then sees the backup codes, once', async () => {
    const { it } = await enforcedHarbour();
    const key = await mailedKey(it, 'ben@larkfield.example');
    const { browser, ...challenge } = await it.challenged('member');
    expect(challenge).toMatchObject({ state: 'challenge', methods: ['code'] });
    const answer = await yes(browser.code(challenge.challenge, it.code(key)));
    expect(answer.backupCodes).toHaveLength(10);
    expect((await yes(browser.security())).twoFactor).toMatchObject({ state: 'on', mailed: true });
    it.wait(step);
    const again = await it.challenged('member');
    expect(await yes(again.browser.code(again.challenge, it.code(key)))).toMatchObject({
      backupCodes: null,
    });
    const third = await it.challenged('member');
    await yes(third.browser.backupCode(third.challenge, answer.backupCodes?.[0] ?? ''));
  });

  test('70: five wrong codes end that challenge too', async () => {
    const { it } = await enforcedHarbour();
    const key = await mailedKey(it, 'ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    for (let i = 0; i < 5; i++) await no(browser.code(challenge, wrongCode(key, it.now())));
    expect(await no(browser.code(challenge, it.code(key)))).toBe('410 challenge_expired');
  });

  test('70: a mail sent anew makes the old one worthless', async () => {
    const { it, ada } = await enforcedHarbour();
    const older = await mailedKey(it, 'ben@larkfield.example');
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({ param }),
    );
    const newer = await mailedKey(it, 'ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, it.code(older)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, it.code(newer)));
  });

  test('70: after a week the member is told to ask the admin', async () => {
    const { it } = await enforcedHarbour();
    it.wait(7 * day + 1000);
    const key = await mailedKey(it, 'ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    expect(await refusal(browser.code(challenge, it.code(key)))).toMatchObject({
      code: 'invite_expired',
      message: expect.stringContaining('Ask your workspace admin'),
    });
  });

  test("71: whoever has only an invited member's password sees neither QR code nor key", async () => {
    const { it } = await enforcedHarbour();
    const { browser, challenge, ...rest } = await it.challenged('member');
    expect(rest).toEqual({ state: 'challenge', account: 'b…@l….example', methods: ['code'] });
    const setUp = browser.api.challenge['set-up'].$post({ json: { challenge } });
    expect(await no(setUp)).toBe('410 challenge_expired');
    browser.useToken(challenge);
    expect(await no(browser.start())).toBe('401 signed_out');
  });

  test('72: a member who is signed in goes on, may enrol from the tab, and voids the mail by it', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(it.enforce(ada));
    expect((await yes(ben.me())).mustEnrolFor).toEqual(['Harbour']);
    const key = await mailedKey(it, 'ben@larkfield.example');
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
    const { it, ada, secretKey } = await enforcedHarbour();
    const key = await mailedKey(it, 'ben@larkfield.example');
    const ben = await it.challenged('member');
    await yes(ben.browser.code(ben.challenge, it.code(key)));
    const older = await mailedKey(it, 'theo@larkfield.example');
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
    const newer = await mailedKey(it, 'theo@larkfield.example');
    await yes(browser.code(challenge, it.code(newer)));
  });

  test('74: in two workspaces one that requires it is enough; leaving that one sets free', async () => {
    const { it } = await enforcedHarbour();
    const key = await mailedKey(it, 'theo@larkfield.example');
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
    const { it, ada } = await enforcedHarbour();
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

  async function invited(it: World, ada: Awaited<ReturnType<typeof enforcedHarbour>>['ada']) {
    const param = { workspace: await it.workspaceId(ada) };
    const email = 'zoe@larkfield.example';
    await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
    const token = await it.mailedToken(email);
    const password = 'entirely different words';
    const visitor = it.browser();
    expect(await yes(visitor.api.invitation.look.$post({ json: { token } }))).toEqual({
      email,
      workspace: 'Harbour',
      enforced: true,
    });
    await yes(
      visitor.api.invitation.accept.$post({
        json: { token, name: 'Zoe', password, confirm: password },
      }),
    );
    return { email, password, visitor };
  }

  test('75: a new member sets 2FA up before the first session; who leaves may come back', async () => {
    const { it, ada } = await enforcedHarbour();
    const { visitor, ...credentials } = await invited(it, ada);
    const begin = async () => {
      const answer = await yes(visitor.signIn(credentials));
      if (answer.state !== 'set-up') throw new Error(`unexpected ${answer.state}`);
      const { challenge } = answer;
      const setUp = await yes(visitor.api.challenge['set-up'].$post({ json: { challenge } }));
      return { challenge, ...setUp };
    };
    const left = await begin();
    expect(visitor.token()).toBeNull();
    const finish = (from: typeof left, code: string) =>
      visitor.api.challenge['set-up'].verify.$post({
        json: { challenge: from.challenge, enrolment: from.enrolment, code },
      });
    const back = await begin();
    expect(await no(finish(left, it.code(left.secretKey)))).toBe('409 nothing_pending');
    expect(await no(finish(back, wrongCode(back.secretKey, it.now())))).toBe('400 wrong_code');
    await yes(finish(back, it.code(back.secretKey)));
    expect((await yes(visitor.me())).workspaces.map(({ name }) => name)).toEqual(['Harbour']);
    expect((await yes(visitor.security())).twoFactor).toMatchObject({
      state: 'on',
      backupCodesLeft: 10,
    });
  });

  test('the name of the workspace that invites makes no password', async () => {
    const { it, ada } = await enforcedHarbour();
    const param = { workspace: await it.workspaceId(ada) };
    const email = 'zoe@larkfield.example';
    await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
    const password = 'Harbour Harbour 1';
    const json = { token: await it.mailedToken(email), name: 'Zoe', password, confirm: password };
    expect(await no(it.browser().api.invitation.accept.$post({ json }))).toBe(
      '400 password_guessable',
    );
  });

  test('75: a sign-up that nobody finishes is gone after a day, and may begin anew', async () => {
    const { it, ada, secretKey } = await enforcedHarbour();
    const { visitor, ...credentials } = await invited(it, ada);
    await yes(visitor.signIn(credentials));
    it.wait(day + 1000);
    expect(await no(visitor.signIn(credentials))).toBe('401 sign_in_failed');
    const again = await it.challenged('admin');
    await yes(again.browser.code(again.challenge, it.code(secretKey)));
    await invited(it, again.browser);
  });

  test('an existing account that joins is mailed as those were who were there', async () => {
    const { it, ada } = await enforcedHarbour();
    const param = { workspace: await it.workspaceId(ada) };
    const { email } = it.person('outsider');
    expect(
      await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } })),
    ).toEqual({ state: 'added' });
    expect(await it.mailKinds('outsider')).toEqual(['enforcement-invite', 'added-to-workspace']);
    const { browser, challenge } = await it.challenged('outsider');
    await yes(browser.code(challenge, it.code(await mailedKey(it, email))));
  });

  test('the secret of a mail is to be had from the mailbox alone, and scannable', async () => {
    const { it } = await enforcedHarbour();
    const { secret, kind } = await it.newestMail('ben@larkfield.example');
    expect(kind).toBe('enforcement-invite');
    expect(secret?.otpauth).toContain(`secret=${secret?.secretKey?.replaceAll(' ', '')}`);
  });

  test('who was disabled meanwhile has to ask the admin, who mails a new secret', async () => {
    const { it, ada } = await enforcedHarbour();
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    for (const disabled of [true, false])
      await yes(member.disabled.$put({ param, json: { disabled } }));
    expect(await no(it.browser().signIn(it.credentials('member')))).toBe('410 invite_expired');
    await yes(member['two-factor-secret'].$post({ param }));
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.code(challenge, it.code(await mailedKey(it, 'ben@larkfield.example'))));
  });

  test('a reset secret is still asked for after enforcement has ended', async () => {
    const it = await world();
    await it.enrol(await it.signedIn('member'));
    const { browser: ada } = await it.adminWithTwoFactor();
    await yes(it.enforce(ada));
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    await yes(member['two-factor-secret'].$post({ param }));
    const key = await mailedKey(it, 'ben@larkfield.example');
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
