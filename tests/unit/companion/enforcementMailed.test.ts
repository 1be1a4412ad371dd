import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { day, makeWorld, no, refusal, stores, wrongCode, yes } from './support';

const step = 30_000;

describe.each(stores)('a mailed second factor (%s store)', (_, makeStore) => {
  test('70: an invited member signs in with the mailed code and sees backup codes once', async () => {
    const { world } = await enforcedHarbour(makeStore());
    const key = await world.mailedKey('ben@larkfield.example');
    const { browser, ...challenge } = await world.challenged('member');
    expect(challenge).toMatchObject({ state: 'challenge', methods: ['code'] });
    const answer = await yes(browser.code(challenge.challenge, world.code(key)));
    expect(answer.backupCodes).toHaveLength(10);
    await yes(browser.api['two-factor']['backup-codes'].confirm.$post());
    expect((await yes(browser.security())).twoFactor).toMatchObject({ state: 'on', mailed: true });
    world.wait(step);
    const again = await world.challenged('member');
    expect(await yes(again.browser.code(again.challenge, world.code(key)))).toMatchObject({
      backupCodes: null,
    });
    const third = await world.challenged('member');
    await yes(third.browser.backupCode(third.challenge, answer.backupCodes?.[0] ?? ''));
  });

  test("70: five wrong codes end an invited member's challenge", async () => {
    const { world } = await enforcedHarbour(makeStore());
    const key = await world.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await world.challenged('member');
    for (let i = 0; i < 5; i++) await no(browser.code(challenge, wrongCode(key, world.now())));
    expect(await no(browser.code(challenge, world.code(key)))).toBe('410 challenge_expired');
  });

  test('70: a new mailed secret replaces the previous mailed secret', async () => {
    const { world, ada } = await enforcedHarbour(makeStore());
    const older = await world.mailedKey('ben@larkfield.example');
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({ param }),
    );
    const newer = await world.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, world.code(older)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, world.code(newer)));
  });

  test('70: a mailed secret expires after a week', async () => {
    const { world } = await enforcedHarbour(makeStore());
    world.wait(7 * day + 1000);
    const key = await world.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await world.challenged('member');
    expect(await refusal(browser.code(challenge, world.code(key)))).toMatchObject({
      code: 'invite_expired',
    });
  });

  test("71: an invited member's password alone reveals neither QR code nor key", async () => {
    const { world } = await enforcedHarbour(makeStore());
    const { browser, challenge, ...rest } = await world.challenged('member');
    expect(rest).toEqual({
      state: 'challenge',
      account: 'b…@l….example',
      methods: ['code'],
      adminCanHelp: true,
      mailed: true,
    });
    const setUp = browser.api.challenge['set-up'].$post({ json: { challenge } });
    expect(await no(setUp)).toBe('410 challenge_expired');
    browser.useToken(challenge);
    expect(await no(browser.start())).toBe('401 signed_out');
  });

  test("a mail's secret is readable only in its mailbox, as a scannable URI", async () => {
    const { world } = await enforcedHarbour(makeStore());
    const { secret, kind } = await world.newestMail('ben@larkfield.example');
    expect(kind).toBe('enforcement-invite');
    expect(secret?.otpauth).toContain(`secret=${secret?.secretKey?.replaceAll(' ', '')}`);
  });

  test('a member who was disabled and enabled again is mailed a new secret at sign-in', async () => {
    const { world, ada } = await enforcedHarbour(makeStore());
    const older = await world.mailedKey('ben@larkfield.example');
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    for (const disabled of [true, false])
      await yes(member.disabled.$put({ param, json: { disabled } }));
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, world.code(older)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, world.code(await world.mailedKey('ben@larkfield.example'))));
  });

  test('70: a mailed secret is void as soon as enforcement ends or its member leaves', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const gina = await world.signedIn('google');
    const { browser: ada } = await world.adminWithTwoFactor();
    const { version } = await yes(ben.security());
    await yes(world.enforce(ada));
    // The state has changed, so a form with the old version is stale.
    expect((await yes(ben.security())).version).not.toBe(version);
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    await yes(ada.api.workspaces[':workspace'].members[':user'].$delete({ param }));
    expect((await yes(ben.security())).twoFactor.state).toBe('off');
    expect((await yes(gina.security())).twoFactor.state).toBe('invited');
    await yes(world.enforce(ada, false));
    expect((await yes(gina.security())).twoFactor.state).toBe('off');
  });

  test('10: enforcement mails no secret to an unverified address, not even at sign-in', async () => {
    const world = await makeWorld(makeStore());
    const { browser: ada } = await world.adminWithTwoFactor();
    const id = await world.userId('member');
    await world.store.write(async (tx) => {
      const user = await tx.users.get(id);
      if (user) await tx.users.put({ ...user, emailVerifiedAt: null });
    });
    await yes(world.enforce(ada));
    expect(await no(world.browser().signIn(world.credentials('member')))).toBe(
      '409 verify_email_first',
    );
    expect(await world.mailKinds('member')).toEqual([]);
  });
});
