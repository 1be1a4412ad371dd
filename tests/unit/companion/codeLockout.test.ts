import { describe, expect, test } from 'vitest';
import { benWithTwoFactor, lockOf } from './benWithTwoFactor';
import { day, minute, no, refusal, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('wrong codes (%s store)', (_, makeStore) => {
  test('23: five wrong codes end the challenge', async () => {
    const { world, secretKey, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    for (let i = 0; i < 5; i++)
      expect(await no(browser.code(challenge, wrong()))).toBe('400 wrong_code');
    expect(await refusal(browser.code(challenge, world.code(secretKey)))).toMatchObject({
      code: 'challenge_expired',
    });
  });

  test('24: of twenty concurrent wrong codes, five are checked', async () => {
    const { world, wrong } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => no(browser.code(challenge, wrong()))),
    );
    expect(answers.filter((answer) => answer === '400 wrong_code')).toHaveLength(5);
    expect((await lockOf(world))?.total).toBe(5);
  });

  test('26: ten wrong codes lock the account, even if spread over several sign-ins', async () => {
    const { fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    expect(await refusal(pass())).toMatchObject({
      code: 'locked',
      facts: { minutes: 15 },
    });
  });

  test('27: wrong codes and wrong backup codes count toward the same lock', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(5);
    for (let i = 0; i < 5; i++) {
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.backupCode(challenge, '0000-0000-0000-0000'))).toBe('400 wrong_code');
    }
    expect(await no(pass())).toBe('429 locked');
  });

  test('28: a right code resets the count', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    for (let i = 0; i < 2; i++) {
      await fail(9);
      await yes(pass());
      world.wait(step);
    }
  });

  test('29: a right code during a lock is refused, not counted and not used up', async () => {
    const { world, fail, pass, secretKey } = await benWithTwoFactor(makeStore);
    await fail(10);
    world.wait(15 * minute - step);
    const before = await lockOf(world);
    const code = world.code(secretKey);
    expect(await no(pass())).toBe('429 locked');
    expect(await lockOf(world)).toEqual(before);
    world.wait(step);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, code));
  });

  test('30: the right code is accepted after the lock, and the next lock is twice as long', async () => {
    const { world, fail, pass } = await benWithTwoFactor(makeStore);
    await fail(10);
    world.wait(15 * minute);
    await yes(pass());
    await fail(10);
    expect((await refusal(pass())).facts).toEqual({ minutes: 30 });
    world.wait(30 * minute);
    await yes(pass());
  });

  test('31: a hundred wrong codes in a row disable codes, and a backup code still works', async () => {
    const { world, fail, pass, backupCodes } = await benWithTwoFactor(makeStore);
    for (let round = 0; round < 10; round++) {
      await fail(10);
      world.wait(2 * day);
    }
    expect(await no(pass())).toBe('403 authenticator_disabled');
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.backupCode(challenge, backupCodes[0] ?? ''));
    world.wait(step);
    await yes(pass());
  });

  test('28: one mail is sent when codes are locked', async () => {
    const { world, fail } = await benWithTwoFactor(makeStore);
    const locked = async () =>
      (await world.mailKinds('member')).filter((kind) => kind === 'locked').length;
    await fail(9);
    expect(await locked()).toBe(0);
    await fail(1);
    expect(await locked()).toBe(1);
    await fail(3);
    expect(await locked()).toBe(1);
  });

  test('16: a used code counts as a failure', async () => {
    const { world, secretKey, pass } = await benWithTwoFactor(makeStore);
    const used = world.code(secretKey);
    await yes(pass());
    for (let i = 0; i < 10; i++) {
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.code(challenge, used))).toBe('400 wrong_code');
    }
    world.wait(step);
    expect(await no(pass())).toBe('429 locked');
  });

  test('26: a new authenticator starts without the failures of the old authenticator', async () => {
    const { world, ben, fail } = await benWithTwoFactor(makeStore);
    await fail(10);
    const setUp = await yes(ben.start(true));
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
    world.wait(step);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(setUp.secretKey)));
  });

  test('16: the notice of a replayed code disappears after a day', async () => {
    const { world, ben, secretKey, pass } = await benWithTwoFactor(makeStore);
    const used = world.code(secretKey);
    await yes(pass());
    const { browser, challenge } = await world.challenged('member');
    await no(browser.code(challenge, used));
    expect((await yes(ben.me())).codeReplayedAt).not.toBeNull();
    world.wait(day);
    await yes(pass());
    const later = await world.challenged('member');
    world.wait(step);
    await yes(later.browser.code(later.challenge, world.code(secretKey)));
    expect((await yes(later.browser.me())).codeReplayedAt).toBeNull();
  });
});
