import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { day, no, refusal, stores, wrongCode, yes } from './support';

const step = 30_000;

describe.each(stores)('who is mailed a second factor (%s store)', (_, makeStore) => {
  test('70: an invited member signs in with the mailed code and then sees the backup codes, once', async () => {
    const { it } = await enforcedHarbour(makeStore());
    const key = await it.mailedKey('ben@larkfield.example');
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
    const { it } = await enforcedHarbour(makeStore());
    const key = await it.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    for (let i = 0; i < 5; i++) await no(browser.code(challenge, wrongCode(key, it.now())));
    expect(await no(browser.code(challenge, it.code(key)))).toBe('410 challenge_expired');
  });

  test('70: a mail sent anew makes the old one worthless', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const older = await it.mailedKey('ben@larkfield.example');
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({ param }),
    );
    const newer = await it.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    expect(await no(browser.code(challenge, it.code(older)))).toBe('400 wrong_code');
    await yes(browser.code(challenge, it.code(newer)));
  });

  test('70: after a week the member is told to ask the admin', async () => {
    const { it } = await enforcedHarbour(makeStore());
    it.wait(7 * day + 1000);
    const key = await it.mailedKey('ben@larkfield.example');
    const { browser, challenge } = await it.challenged('member');
    expect(await refusal(browser.code(challenge, it.code(key)))).toMatchObject({
      code: 'invite_expired',
      message: expect.stringContaining('Ask your workspace admin'),
    });
  });

  test("71: whoever has only an invited member's password sees neither QR code nor key", async () => {
    const { it } = await enforcedHarbour(makeStore());
    const { browser, challenge, ...rest } = await it.challenged('member');
    expect(rest).toEqual({ state: 'challenge', account: 'b…@l….example', methods: ['code'] });
    const setUp = browser.api.challenge['set-up'].$post({ json: { challenge } });
    expect(await no(setUp)).toBe('410 challenge_expired');
    browser.useToken(challenge);
    expect(await no(browser.start())).toBe('401 signed_out');
  });

  test('the secret of a mail is to be had from the mailbox alone, and scannable', async () => {
    const { it } = await enforcedHarbour(makeStore());
    const { secret, kind } = await it.newestMail('ben@larkfield.example');
    expect(kind).toBe('enforcement-invite');
    expect(secret?.otpauth).toContain(`secret=${secret?.secretKey?.replaceAll(' ', '')}`);
  });

  test('who was disabled meanwhile has to ask the admin, who mails a new secret', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const param = { workspace: await it.workspaceId(ada), user: await it.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    for (const disabled of [true, false])
      await yes(member.disabled.$put({ param, json: { disabled } }));
    expect(await no(it.browser().signIn(it.credentials('member')))).toBe('410 invite_expired');
    await yes(member['two-factor-secret'].$post({ param }));
    const { browser, challenge } = await it.challenged('member');
    await yes(browser.code(challenge, it.code(await it.mailedKey('ben@larkfield.example'))));
  });
});
