import { describe, expect, test } from 'vitest';
import { makeWorld, no, stores, yes } from './support';

const typed = (code: string) =>
  code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');

describe.each(stores)('backup codes (%s store)', (_, makeStore) => {
  const step = 30_000;

  async function benWithTwoFactor() {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const { secretKey, backupCodes } = await world.enrol(ben);
    const use = async (code: string) => {
      const { browser, challenge } = await world.challenged('member');
      return browser.backupCode(challenge, code);
    };
    const left = async () => (await yes(ben.security())).twoFactor.backupCodesLeft;
    return { world, ben, secretKey, backupCodes, use, left };
  }

  test('39: ten different codes of 80 bits are created, and no table stores a code in plain text', async () => {
    const { world, backupCodes } = await benWithTwoFactor();
    expect(new Set(backupCodes).size).toBe(10);
    for (const code of backupCodes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const kept = await world.store.read(async ({ keys: _keys, ...tables }) => {
      const rows = await Promise.all(Object.values(tables).map((table) => table.all()));
      return JSON.stringify(rows).toUpperCase();
    });
    expect(kept.length).toBeGreaterThan(5000);
    for (const code of backupCodes) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(code.replaceAll('-', ''));
    }
  });

  test('40: only the entered backup code is used up', async () => {
    const { backupCodes, use, left } = await benWithTwoFactor();
    expect(await yes(use(backupCodes[3] ?? ''))).toMatchObject({ backupCodesLeft: 9 });
    expect(await left()).toBe(9);
    expect(await no(use(backupCodes[3] ?? ''))).toBe('400 wrong_code');
    await yes(use(backupCodes[4] ?? ''));
    expect(await left()).toBe(8);
  });

  test('41: a backup code entered in two browsers at once signs in one of them and counts as a failure in the other', async () => {
    const { world, backupCodes } = await benWithTwoFactor();
    const first = await world.challenged('member');
    const second = await world.challenged('member');
    const code = backupCodes[0] ?? '';
    const answers = await Promise.all([
      first.browser.backupCode(first.challenge, code),
      second.browser.backupCode(second.challenge, code),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const tries = await world.store.read((tx) => tx.challenges.all());
    expect(tries.map((challenge) => challenge.tries)).toEqual([1]);
  });

  test('42: new backup codes require 2FA, replace the old codes and send a mail', async () => {
    const { world, ben, backupCodes, use } = await benWithTwoFactor();
    const { backupCodes: renewed } = await yes(ben.regenerate());
    expect(renewed).toHaveLength(10);
    expect(await world.mailKinds('member')).toContain('backup-codes-made');
    expect(await no(use(backupCodes[0] ?? ''))).toBe('400 wrong_code');
    await yes(use(renewed[0] ?? ''));
    const ada = await world.signedIn('admin');
    expect(await no(ada.regenerate())).toBe('409 not_on');
  });

  test('43: lower case, missing hyphens, O for 0 and l for 1 are accepted', async () => {
    const { backupCodes, use } = await benWithTwoFactor();
    for (const code of backupCodes) await yes(use(` ${typed(code)} `));
  });

  test('44: a warning appears at three remaining backup codes and at none', async () => {
    const { ben, backupCodes, use } = await benWithTwoFactor();
    for (const code of backupCodes.slice(0, 6)) await yes(use(code));
    expect(await yes(ben.me())).toMatchObject({ backupCodesLeft: 4, backupCodesFew: false });
    expect(await yes(use(backupCodes[6] ?? ''))).toMatchObject({ backupCodesLeft: 3 });
    expect(await yes(ben.me())).toMatchObject({ backupCodesLeft: 3, backupCodesFew: true });
    for (const code of backupCodes.slice(7)) await yes(use(code));
    expect(await yes(ben.me())).toMatchObject({ backupCodesLeft: 0, backupCodesFew: true });
  });

  test('45: backup codes are shown once, and only their number afterwards', async () => {
    const { ben, backupCodes } = await benWithTwoFactor();
    const told = JSON.stringify([await yes(ben.security()), await yes(ben.me())]);
    expect(told).toContain('"backupCodesLeft":10');
    for (const code of backupCodes) expect(told).not.toContain(code);
  });

  test('46: backup codes that a client sends are ignored', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    const json = {
      enrolment: setUp.enrolment,
      code: world.code(setUp.secretKey),
      backupCodes: ['AAAA-AAAA-AAAA-AAAA'],
    };
    expect(await no(ben.api['two-factor'].verify.$post({ json }))).toBe('400 bad_request');
    await yes(ben.verify(setUp.enrolment, world.code(setUp.secretKey)));
    world.wait(step);
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.backupCode(challenge, 'AAAA-AAAA-AAAA-AAAA'))).toBe('400 wrong_code');
  });

  test('47: backup codes from a canceled setup or from before 2FA was turned off are refused', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const cancelled = await yes(ben.start());
    await yes(ben.cancel());
    const first = await world.enrol(ben);
    await yes(ben.disable());
    const second = await world.enrol(ben);
    for (const { backupCodes } of [cancelled, first]) {
      const { browser, challenge } = await world.challenged('member');
      expect(await no(browser.backupCode(challenge, backupCodes[0] ?? ''))).toBe('400 wrong_code');
    }
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.backupCode(challenge, second.backupCodes[0] ?? ''));
  });
});
