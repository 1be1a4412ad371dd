import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, parseOtpUri } from '../../../lib/otp';

const secret = 'JBSWY3DPEHPK3PXP';

describe('cleanName', () => {
  test.each([
    ['keeps an ordinary name', 'Example GmbH & Co.', 'Example GmbH & Co.'],
    ['removes bidirectional overrides', 'user\u202Emoc.elgoog\u202C@a', 'usermoc.elgoog@a'],
    ['removes bidirectional isolates', '\u2066Bank\u2069', 'Bank'],
    ['removes control characters', 'Ba\u0000nk\u001B[31m', 'Bank[31m'],
    [
      'turns line breaks and tabs into spaces',
      'Bank\r\nof\tExample\u2028Ltd',
      'Bank of Example Ltd',
    ],
    ['removes zero-width spaces and soft hyphens', 'Pay\u200Bpal\u00AD\uFEFF', 'Paypal'],
    ['removes lone surrogates', 'Bank\uD83D', 'Bank'],
    ['keeps joined emoji', '👩‍💻 dev', '👩‍💻 dev'],
    ['keeps Persian joiners', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['keeps direction marks', 'שלום\u200F (work)', 'שלום\u200F (work)'],
    ['trims', '  me ', 'me'],
    ['leaves nothing of invisible characters alone', '\u202E\u200B\n', ''],
  ])('%s', (_, text, expected) => {
    expect(cleanName(text)).toBe(expected);
  });

  test('cuts a name to 500 code points and never splits a code point', () => {
    expect(cleanName('x'.repeat(100_000))).toBe('x'.repeat(500));
    expect(cleanName('🙂'.repeat(501))).toBe('🙂'.repeat(500));
    expect(cleanName('🙂'.repeat(400))).toBe('🙂'.repeat(400));
  });

  test('is idempotent and returns well-formed text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const clean = cleanName(text);
        expect(cleanName(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('names in an otpauth URI', () => {
  test('are cleaned', () => {
    const label = `Good%E2%80%AE:me%0A%00${'x'.repeat(900)}`;
    const account = parseOtpUri(`otpauth://totp/${label}?secret=${secret}&issuer=Good%E2%80%AE`);
    expect(account).toMatchObject({ issuer: 'Good', account: `me ${'x'.repeat(497)}` });
  });
});
