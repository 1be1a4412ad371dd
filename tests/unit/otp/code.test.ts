import { describe, expect, test } from 'vitest';
import {
  codeAt,
  decodeBase32,
  decodeHex,
  groupCode,
  makeOtp,
  nextCode,
  secondsLeft,
  stepOf,
  timeLeft,
  type Algorithm,
  type OtpKind,
} from '../../../lib/otp';
import rfc4226 from '../../vectors/otp/rfc4226.json';
import rfc6238 from '../../vectors/otp/rfc6238.json';
import schemes from '../../vectors/otp/schemes.json';

const ascii = (text: string) => new TextEncoder().encode(text);
const algorithms: Algorithm[] = ['SHA1', 'SHA256', 'SHA512'];

describe('published test vectors', () => {
  test.each(rfc4226.codes.map((code, counter) => [counter, code] as const))(
    'the counter %i gives the code %s of RFC 4226',
    (counter, code) => {
      const otp = makeOtp({ kind: 'hotp', secret: ascii(rfc4226.secret), counter });
      expect(codeAt(otp, 0)).toBe(code);
      expect(nextCode(otp, 0)).toBe(
        rfc4226.codes[counter + 1] ?? codeAt({ ...otp, counter: 10 }, 0),
      );
    },
  );

  test.each(algorithms)('codes with %s match all vectors of RFC 6238', (algorithm) => {
    const otp = makeOtp({ secret: ascii(rfc6238.secrets[algorithm]), algorithm, digits: 8 });
    expect(rfc6238.codes.map(({ time }) => codeAt(otp, time * 1000))).toEqual(
      rfc6238.codes.map((row) => row[algorithm]),
    );
  });

  test.each(schemes)(
    '$kind with the secret $secret gives the code $code at $time',
    ({ kind, secret, pin, time, code }) => {
      const decode = kind === 'motp' ? decodeHex : decodeBase32;
      const otp = makeOtp({ kind: kind as OtpKind, secret: decode(secret), pin });
      expect(codeAt(otp, time * 1000)).toBe(code);
    },
  );
});

describe('the time step', () => {
  const otp = makeOtp({ secret: ascii(rfc6238.secrets.SHA1), digits: 8, period: 30 });

  test('changes the code exactly at its boundary', () => {
    const before = codeAt(otp, 59_999);
    expect(codeAt(otp, 30_000)).toBe(before);
    expect(codeAt(otp, 59_500)).toBe(before);
    expect(codeAt(otp, 60_000)).not.toBe(before);
    expect(nextCode(otp, 59_999)).toBe(codeAt(otp, 60_000));
  });

  test.each([
    [0, 30_000, 30],
    [1, 29_999, 30],
    [29_000, 1_000, 1],
    [29_999, 1, 1],
    [30_000, 30_000, 30],
  ])('at %i ms has %i ms left, which are displayed as %i s', (now, left, shown) => {
    expect(timeLeft(otp, now)).toBe(left);
    expect(secondsLeft(otp, now)).toBe(shown);
  });

  test.each([45, 90, 120, 86_400])('can last %i seconds', (period) => {
    const slow = makeOtp({ secret: otp.secret, period });
    expect(stepOf(slow, period * 1000 - 1)).toBe(0);
    expect(stepOf(slow, period * 1000)).toBe(1);
  });
});

describe('a code', () => {
  test('keeps leading zeros', () => {
    const otp = makeOtp({ secret: ascii(rfc6238.secrets.SHA1), digits: 8 });
    expect(codeAt(otp, 1_111_111_109_000)).toBe('07081804');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('can have %i digits', (digits) => {
    const otp = makeOtp({ secret: ascii(rfc6238.secrets.SHA1), digits });
    expect(codeAt(otp, 59_000)).toMatch(new RegExp(`^\\d{${digits}}$`));
  });

  test.each([
    ['1', '1'],
    ['FR8RV', 'FR8RV'],
    ['123456', '123 456'],
    ['1234567', '123 4567'],
    ['12345678', '1234 5678'],
    ['umozdicq', 'umoz dicq'],
    ['123456789', '123 456 789'],
    ['1234567890', '123 456 7890'],
  ])('%s is displayed as %s', (code, shown) => {
    expect(groupCode(code)).toBe(shown);
  });
});
