import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import {
  cleanName,
  encodeBase32,
  formatOtpUri,
  makeOtp,
  type Otp,
  parseOtpUri,
} from '../../../lib/otp';

const S = 'JBSWY3DPEHPK3PXP';

const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Uint8Array.from(array));

describe('otpauth URIs', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map(cleanName)
    .filter((text) => !/period=\d+$/.test(text));
  const otps: fc.Arbitrary<Otp> = fc
    .oneof(
      fc.record({
        kind: fc.constantFrom<('totp' | 'hotp' | 'steam')[]>('totp', 'hotp', 'steam'),
        secret: bytes(1, 80),
        algorithm: fc.constantFrom<Otp['algorithm'][]>('SHA1', 'SHA256', 'SHA512'),
        digits: fc.integer({ min: 1, max: 10 }),
        period: fc.integer({ min: 1, max: 86_400 }),
        counter: fc.nat(),
      }),
      fc.record({
        kind: fc.constant('motp' as const),
        secret: bytes(1, 40),
        pin: fc.constantFrom('', '1234'),
      }),
      fc.record({
        kind: fc.constant('yandex' as const),
        secret: bytes(16, 16),
        pin: fc.constantFrom('', '123456'),
      }),
    )
    .map(makeOtp);

  test('parse to the account that was formatted', () => {
    fc.assert(
      fc.property(name, name, otps, (issuer, account, otp) => {
        expect(parseOtpUri(formatOtpUri({ issuer, account, otp }))).toEqual({
          issuer,
          account,
          otp,
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('omit default parameters and encode spaces as %20', () => {
    const secret = makeOtp({ secret: new Uint8Array([1, 2, 3, 4, 5]) }).secret;
    const base32 = encodeBase32(secret);
    expect(formatOtpUri({ issuer: 'Air Canada', account: 'me', otp: makeOtp({ secret }) })).toBe(
      `otpauth://totp/Air%20Canada:me?secret=${base32}&issuer=Air%20Canada`,
    );
    expect(
      formatOtpUri({
        issuer: '',
        account: 'me',
        otp: makeOtp({ secret, algorithm: 'SHA512', digits: 8, period: 60 }),
      }),
    ).toBe(`otpauth://totp/me?secret=${base32}&algorithm=SHA512&digits=8&period=60`);
  });

  test('never have a colon in the prefix, which other apps compare with the issuer', () => {
    const otp = makeOtp({ secret: new Uint8Array([1, 2, 3, 4, 5]) });
    const secret = encodeBase32(otp.secret);
    const uri = (account: string) => formatOtpUri({ issuer: 'A:B', account, otp });
    expect(uri('me')).toBe(`otpauth://totp/me?secret=${secret}&issuer=A%3AB`);
    expect(uri('x:y')).toBe(`otpauth://totp/A%20B:x%3Ay?secret=${secret}&issuer=A%3AB`);
  });

  test('omit the PIN parameters for a Yandex account without a PIN', () => {
    const otp = makeOtp({ kind: 'yandex', secret: new Uint8Array(16) });
    const uri = formatOtpUri({ issuer: '', account: 'me', otp });
    expect(uri).toBe(`otpauth://yaotp/me?secret=${encodeBase32(otp.secret)}`);
  });

  test('never make the parser throw anything but AppError, whatever the text', () => {
    const part = fc.constantFrom(
      'otpauth://',
      'totp',
      '/',
      '?',
      '&',
      '=',
      '%',
      '%4',
      'secret',
      S,
      ':',
      'digits',
      'period',
      '#',
      '\u0000',
      'ü',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 20 }), (parts) => {
        try {
          parseOtpUri(`otpauth://totp/${parts.join('')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
