import { describe, expect, test } from 'vitest';
import { benWithTwoFactor, lockOf } from './benWithTwoFactor';
import { hour, makeWorld, minute, no, stores, yes } from './support';
import { invitedBen } from './invitedBen';

const step = 30_000;

describe.each(stores)('changes of 2FA on every path (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('98: a setup that was started earlier never replaces an authenticator that was activated later', async () => {
    const { world, ben: thief, key } = await invitedBen(makeStore);
    const theirs = await yes(thief.start());
    const owner = await world.challenged('member', world.browser('Firefox/153 Linux'));
    await yes(owner.browser.code(owner.challenge, world.code(key)));
    const verify = () => thief.verify(theirs.enrolment, world.code(theirs.secretKey));
    expect(await no(verify())).toBe('401 signed_out');
    // The setup is also refused for a caller who has the new session.
    thief.useToken(owner.browser.token());
    expect(await no(verify())).toBe('409 already_on');
    world.wait(step);
    const again = await world.challenged('member');
    await yes(again.browser.code(again.challenge, world.code(key)));
  });

  test('98: starting and verifying a setup both require fresh proof', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    world.wait(6 * minute);
    expect(await no(ben.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe(
      '401 reauth_required',
    );
    await yes(ben.sudoPassword(world.person('member').password));
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
  });

  test('98: an admin reset ends a pending replacement', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    await yes(ben.sudoCode(world.code(secretKey)));
    await yes(ben.start(true));
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    await yes(
      ada.api.workspaces[':workspace'].members[':user']['two-factor-secret'].$post({ param }),
    );
    expect(await world.store.read((tx) => tx.pending.all())).toEqual([]);
  });

  test('99: turning 2FA on with a mailed secret ends other sessions', async () => {
    const { world, ben, key } = await invitedBen(makeStore);
    const waiting = await world.challenged('member', world.browser('Edg/150 Windows'));
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(key)));
    expect(await no(ben.me())).toBe('401 signed_out');
    await yes(browser.me());
    world.wait(step);
    expect(await no(waiting.browser.code(waiting.challenge, world.code(key)))).toBe(
      '410 challenge_expired',
    );
    expect(await world.mailKinds('member')).toContain('two-factor-on');
  });

  test('100: under enforcement, the old codes work until the replacement is verified', async () => {
    const { world, ben, ada } = await invitedBen(makeStore);
    void ada;
    const first = await world.enrol(ben);
    const other = await world.challenged('member');
    await yes(other.browser.code(other.challenge, world.code(first.secretKey)));
    const next = await yes(ben.start(true));
    world.wait(step);
    const meanwhile = await world.challenged('member', world.browser('Firefox/153 Linux'));
    await yes(meanwhile.browser.code(meanwhile.challenge, world.code(first.secretKey)));
    await yes(ben.verify(next.enrolment, world.code(next.secretKey)));
    expect(await no(other.browser.me())).toBe('401 signed_out');
    expect(await no(meanwhile.browser.me())).toBe('401 signed_out');
    expect((await world.mailKinds('member'))[0]).toBe('two-factor-on');
    world.wait(step);
    const late = await world.challenged('member');
    expect(await no(late.browser.code(late.challenge, world.code(first.secretKey)))).toBe(
      '400 wrong_code',
    );
    await yes(late.browser.code(late.challenge, world.code(next.secretKey)));
  });

  test('104: a challenge offers backup codes only if any are left', async () => {
    const { world, secretKey, backupCodes } = await benWithTwoFactor(makeStore);
    for (const code of backupCodes) {
      const { browser, challenge, methods } = await world.challenged('member');
      expect(methods).toEqual(['code', 'backup-code']);
      await yes(browser.backupCode(challenge, code));
    }
    const { browser, challenge, methods } = await world.challenged('member');
    expect(methods).toEqual(['code']);
    expect(await no(browser.backupCode(challenge, backupCodes[0] ?? ''))).toBe(
      '409 no_backup_codes',
    );
    await yes(browser.code(challenge, world.code(secretKey)));
  });

  test('a machine clock that was set back is reported, counts as no attempt, and sends one mail', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(secretKey)));
    world.wait(-hour);
    await world.store.write((tx) => tx.limits.clear());
    for (let i = 0; i < 3; i++) {
      const late = await world.challenged('member');
      expect(await no(late.browser.code(late.challenge, world.code(secretKey)))).toBe(
        '409 clock_set_back',
      );
    }
    const kinds = await world.mailKinds('member');
    expect(kinds.filter((kind) => kind === 'clock-set-back')).toHaveLength(1);
    expect(kinds).not.toContain('code-replayed');
    expect((await lockOf(world))?.total ?? 0).toBe(0);
  });

  test('unconfirmed backup codes are replaced at the next sign-in', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    await yes(ben.sudoCode(world.code(secretKey)));
    const { backupCodes: lost } = await yes(ben.regenerate());
    world.wait(step);
    const first = await world.challenged('member');
    const { backupCodes } = await yes(first.browser.code(first.challenge, world.code(secretKey)));
    expect(backupCodes).toHaveLength(10);
    const second = await world.challenged('member');
    expect(await no(second.browser.backupCode(second.challenge, lost[0] ?? ''))).toBe(
      '400 wrong_code',
    );
    await yes(second.browser.backupCode(second.challenge, backupCodes?.[0] ?? ''));
    await yes(second.browser.api['two-factor']['backup-codes'].confirm.$post());
    world.wait(step);
    const third = await world.challenged('member');
    const answer = await yes(third.browser.code(third.challenge, world.code(secretKey)));
    expect(answer.backupCodes).toBeNull();
  });

  test("98: an authenticator can't be replaced while 2FA is off", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    expect(await no(ben.start(true))).toBe('409 not_on');
  });

  test("8: canceling affects only this session's setup", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    const other = await world.signedIn('member', 'Firefox/153 Linux');
    await yes(other.cancel());
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
  });

  test('70: a mailed secret no longer expires once it is activated', async () => {
    const { world, key } = await invitedBen(makeStore);
    const first = await world.challenged('member');
    await yes(first.browser.code(first.challenge, world.code(key)));
    expect(await world.mailKinds('member')).toContain('two-factor-on');
    world.wait(30 * 24 * hour);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(key)));
  });

  test('a setup is verified by the machine clock, whatever the demo clock says', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await yes(ben.api.demo.clock.$put({ json: { offset: 4 * minute } }));
    const { enrolment, secretKey } = await yes(ben.start());
    expect(await no(ben.verify(enrolment, world.code(secretKey, 8)))).toBe('400 wrong_code');
    await yes(ben.verify(enrolment, world.code(secretKey)));
  });
});
