import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { codeAt, decodeBase32, makeOtp, needsPin, readWholeNumber } from '../../../lib/otp';

const secret = decodeBase32('JBSWY3DPEHPK3PXP');
const code = (act: () => unknown) => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('makeOtp', () => {
  test('defaults to TOTP with SHA-1, 6 digits and 30 seconds', () => {
    expect(makeOtp({ secret })).toEqual({
      kind: 'totp',
      secret,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      counter: 0,
      pin: '',
    });
  });

  test.each([
    ['otp/bad-secret', { secret: new Uint8Array(0) }],
    ['otp/bad-secret', { secret: new Uint8Array(1025) }],
    ['otp/bad-digits', { secret, digits: 0 }],
    ['otp/bad-digits', { secret, digits: 11 }],
    ['otp/bad-digits', { secret, digits: 6.5 }],
    ['otp/bad-digits', { secret, digits: Number.NaN }],
    ['otp/bad-period', { secret, period: 0 }],
    ['otp/bad-period', { secret, period: -30 }],
    ['otp/bad-period', { secret, period: 86_401 }],
    ['otp/bad-counter', { secret, kind: 'hotp' as const, counter: -1 }],
    ['otp/bad-counter', { secret, kind: 'hotp' as const, counter: 2 ** 53 }],
    ['otp/bad-pin', { secret, kind: 'motp' as const, pin: '1 2' }],
    ['otp/bad-pin', { secret: new Uint8Array(16), kind: 'yandex' as const, pin: '123' }],
    ['otp/bad-secret', { secret, kind: 'yandex' as const, pin: '1234' }],
  ])('throws %s for a value out of range', (expected, given) => {
    expect(code(() => makeOtp(given))).toBe(expected);
  });

  test("resets parameters that the kind doesn't use", () => {
    expect(makeOtp({ secret, counter: 7, pin: '1234' })).toMatchObject({ counter: 0, pin: '' });
    expect(makeOtp({ secret, kind: 'hotp', period: 99 })).toMatchObject({ period: 30 });
    expect(makeOtp({ secret, kind: 'steam', digits: 8 })).toMatchObject({ digits: 5 });
  });

  test('rejects a Yandex secret with one wrong bit', () => {
    const good = decodeBase32('LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI');
    expect(makeOtp({ kind: 'yandex', secret: good, pin: '7586' }).secret).toEqual(good);
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = good.slice();
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(code(() => makeOtp({ kind: 'yandex', secret: bad, pin: '7586' }))).toBe(
        'otp/bad-secret',
      );
    }
  });

  test('rejects a Yandex secret that is longer than a secret with checksum', () => {
    const good = decodeBase32('LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI');
    const long = new Uint8Array([...good, 0]);
    expect(code(() => makeOtp({ kind: 'yandex', secret: long, pin: '7586' }))).toBe(
      'otp/bad-secret',
    );
  });

  test.each(['', '  ', '12345678901234567', '1e3', '-1', '0x10'])(
    'readWholeNumber returns NaN for "%s"',
    (text) => expect(readWholeNumber(text)).toBeNaN(),
  );

  test('an account that needs a PIN has no code without the PIN', () => {
    const otp = makeOtp({ kind: 'motp', secret });
    expect(needsPin(otp)).toBe(true);
    expect(code(() => codeAt(otp, 0))).toBe('otp/bad-pin');
    expect(needsPin({ ...otp, pin: '1234' })).toBe(false);
    expect(needsPin(makeOtp({ secret }))).toBe(false);
  });
});
