import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { maskAddress } from '../../../lib/companion/mechanism/addresses';
import {
  codeOfStep,
  enrolmentUri,
  matchingStep,
  readCode,
} from '../../../lib/companion/mechanism/totp';
import { parseOtpUri } from '../../../lib/otp';
import { makeWorld, stores, no, yes } from './support';

/** The key of RFC 6238's test vectors. */
const rfcKey = new TextEncoder().encode('12345678901234567890');

describe('TOTP codes of the account service', () => {
  test('12: spaces, colons and plus signs in issuer and account survive in the URI', () => {
    const uri = enrolmentUri(rfcKey, 'a+b@x.y', 'My Company: Ltd');
    expect(uri).toContain('otpauth://totp/My%20Company%20%20Ltd:a%2Bb%40x.y?');
    expect(uri).not.toContain('+');
    expect(parseOtpUri(uri)).toMatchObject({ issuer: 'My Company  Ltd', account: 'a+b@x.y' });
  });

  test('21: only six ASCII digits are a code, after spaces and hyphens are removed', () => {
    for (const text of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '+12345', '0x1234', '12 34 5'])
      expect(readCode(text)).toBeNull();
    expect(readCode(' 123 456 ')).toBe('123456');
    expect(readCode('123-456')).toBe('123456');
  });

  test('20: if two time steps have the same digits, the later step is matched', () => {
    expect(codeOfStep(rfcKey, 910_737)).toBe('911617');
    expect(codeOfStep(rfcKey, 910_738)).toBe('911617');
    expect(matchingStep(rfcKey, '911617', 910_737 * 30_000)).toBe(910_738);
    expect(matchingStep(rfcKey, '911617', 910_738 * 30_000)).toBe(910_738);
    for (const [step, code] of [
      [1_300_575, '761737'],
      [1_390_529, '360233'],
    ] as const)
      expect(codeOfStep(rfcKey, step)).toBe(code);
  });

  test('a masked address can be recognized only by its owner', () => {
    expect(maskAddress('ben@larkfield.example')).toBe('b…@l….example');
  });
});

const oathtool = (secretKey: string, time: number) =>
  execFileSync('oathtool', [
    '--totp',
    '--base32',
    `--now=@${Math.floor(time / 1000)}`,
    secretKey.replaceAll(' ', ''),
  ])
    .toString()
    .trim();

describe.each(stores)('codes from oathtool (%s store)', (_, makeStore) => {
  test('are accepted at their time step, and rejected two steps later', async () => {
    const world = await makeWorld(makeStore());
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    await yes(ben.verify(setUp.enrolment, oathtool(setUp.secretKey, world.now())));
    world.wait(120_000);
    const { browser, challenge } = await world.challenged('member');
    expect(await no(browser.code(challenge, oathtool(setUp.secretKey, world.now() - 60_000)))).toBe(
      '400 wrong_code',
    );
    await yes(browser.code(challenge, oathtool(setUp.secretKey, world.now())));
  });
});
