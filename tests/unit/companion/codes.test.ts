import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../../lib/crypto';
import { readSecretKey } from '../../../lib/otp';
import { benWithTwoFactor, lockOf } from './benWithTwoFactor';
import { makeWorld, no, refusal, stores, yes } from './support';

const step = 30_000;

describe.each(stores)('codes at sign-in (%s store)', (_, makeStore) => {
  test.each([
    [-1, true],
    [0, true],
    [1, true],
    [-2, false],
    [2, false],
  ])('15: a code that is %i time steps away is accepted: %s', async (steps, accepted) => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    world.wait(10 * step);
    const { browser, challenge } = await world.challenged('member');
    const response = await browser.code(challenge, world.code(secretKey, steps));
    expect(response.ok).toBe(accepted);
  });

  test('16: a code signs in only one client', async () => {
    const { world, ben, secretKey } = await benWithTwoFactor(makeStore);
    const first = await world.challenged('member');
    const second = await world.challenged('member');
    const code = world.code(secretKey);
    await yes(first.browser.code(first.challenge, code));
    expect((await yes(ben.me())).codeReplayedAt).toBeNull();
    expect(await refusal(second.browser.code(second.challenge, code))).toMatchObject({
      code: 'wrong_code',
    });
    // The owner is notified by mail, not at the sign-in prompt.
    expect(await world.mailKinds('member')).toContain('code-replayed');
    expect((await yes(ben.me())).codeReplayedAt).toBe(world.now());
  });

  test('17: an older code stays used after a newer code was used', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    world.wait(5 * step);
    const [older, newer] = [world.code(secretKey, -1), world.code(secretKey)];
    for (const code of [older, newer]) {
      const { browser, challenge } = await world.challenged('member');
      await yes(browser.code(challenge, code));
    }
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, older))).toBe('400 wrong_code');
  });

  test('18: a code that was used early stays used while it is in the accepted window', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    world.wait(5 * step);
    const early = world.code(secretKey, 1);
    const first = await world.challenged('member');
    await yes(first.browser.code(first.challenge, early));
    for (const wait of [31_000, 29_000, 29_000]) {
      world.wait(wait);
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.code(challenge, early))).toBe('400 wrong_code');
    }
  });

  test("19: after the next step's code was used, the current code is too old", async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    world.wait(5 * step);
    const present = world.code(secretKey);
    const first = await world.challenged('member');
    await yes(first.browser.code(first.challenge, world.code(secretKey, 1)));
    const second = await world.challenged('member');
    expect(await no(second.browser.code(second.challenge, present))).toBe('400 wrong_code');
  });

  test('20: the digits that two steps share are accepted once', async () => {
    const rfcKey = new TextEncoder().encode('12345678901234567890');
    const world = await makeWorld(makeStore(), {
      // Makes every generated secret of 20 bytes the key of the RFC's vectors.
      random: (length) => (length === 20 ? rfcKey : crypto.getRandomValues(new Uint8Array(length))),
    });
    world.setNow(910_000 * step);
    const ben = await world.signedIn('member');
    const { secretKey } = await world.enrol(ben);
    expect(toBase64url(readSecretKey(secretKey))).toBe(toBase64url(rfcKey));
    world.setNow(910_737 * step);
    const first = await world.challenged('member');
    await yes(first.browser.code(first.challenge, '911617'));
    const [factor] = await world.store.read((tx) => tx.factors.all());
    expect(factor?.lastStep).toBe(910_738);
    world.setNow(910_738 * step);
    const second = await world.challenged('member');
    expect(await no(second.browser.code(second.challenge, '911617'))).toBe('400 wrong_code');
    await world.store.write(async (tx) => {
      if (factor) await tx.factors.put({ ...factor, lastStep: 910_736 });
    });
    await yes(second.browser.code(second.challenge, '911617'));
    const third = await world.challenged('member');
    expect(await no(third.browser.code(third.challenge, '911617'))).toBe('400 wrong_code');
  });

  test('21: malformed input is rejected without counting as an attempt', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    const { browser, challenge } = await world.challenged('member');
    for (const text of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '+12345', '0x1234'])
      expect(await no(browser.code(challenge, text))).toBe('400 malformed_code');
    expect(await lockOf(world)).toBeUndefined();
    const code = world.code(secretKey);
    await yes(browser.code(challenge, ` ${code.slice(0, 3)} ${code.slice(3)} `));
  });

  test('22: a leading zero is part of the code', async () => {
    const { world, secretKey } = await benWithTwoFactor(makeStore);
    while (!world.code(secretKey).startsWith('0')) world.wait(step);
    const { browser, challenge } = await world.challenged('member');
    const code = world.code(secretKey);
    expect(await no(browser.code(challenge, code.slice(1)))).toBe('400 malformed_code');
    await yes(browser.code(challenge, code));
  });
});
