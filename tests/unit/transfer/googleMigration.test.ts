import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { cleanName, makeOtp, type Algorithm, type OtpAccount } from '../../../lib/otp';
import { fitsMigration, readMigrationUri, writeMigrationUris } from '../../../lib/transfer';

const secret = new TextEncoder().encode('Hello!\u00de');
const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
const uri = (hex: string) =>
  `otpauth-migration://offline?data=${encodeURIComponent(bytes(hex).toString('base64'))}`;

/**
 * A message built by hand from the definition, with the field order and the fields of newer versions of the app.
 */
const newer = uri(`
  0a 23
    0a 05 0102030405  12 09 476974487562 3a6d65  1a 06 476974487562  20 01 28 01 30 02  42 01 78
  10 02 18 03`);

describe("reading Google Authenticator's QR codes", () => {
  test("accepts the newer app's version 2, missing batch id, missing index 0 and unknown field", () => {
    expect(readMigrationUri(newer)).toEqual({
      accounts: [
        {
          issuer: 'GitHub',
          account: 'me',
          otp: makeOtp({ secret: new Uint8Array([1, 2, 3, 4, 5]) }),
        },
      ],
      unreadable: [],
      batch: { id: 0, size: 3, index: 0 },
    });
  });

  test("accepts the older app's negative batch id of ten bytes", () => {
    const { batch } = readMigrationUri(uri('10 01 18 02 20 01 28 ffffffffffffffffff01')) ?? {};
    expect(batch).toEqual({ id: -1, size: 2, index: 1 });
  });

  test.each([
    ['that is not escaped', (data: string) => data],
    ['with spaces instead of plus signs', (data: string) => data.replaceAll('+', ' ')],
    ['without padding', (data: string) => data.replaceAll('=', '')],
    ['that is escaped', encodeURIComponent],
  ])("accepts a URI's data %s", (_, change) => {
    const account = {
      issuer: '>>>???',
      account: '~~~',
      otp: makeOtp({ secret: new Uint8Array([251, 239, 190, 255]) }),
    };
    const [text = ''] = writeMigrationUris([account], 7);
    const data = decodeURIComponent(text.split('data=')[1] ?? '');
    expect(data).toMatch(/[+/]/);
    expect(readMigrationUri(`OTPAUTH-MIGRATION://offline?data=${change(data)}`)?.accounts).toEqual([
      account,
    ]);
  });

  test('accepts accounts without an issuer, with long names and in any script', () => {
    const otp = makeOtp({ secret });
    const accounts: OtpAccount[] = [
      { issuer: '', account: 'alone', otp },
      { issuer: 'x'.repeat(300), account: 'long', otp },
      { issuer: 'Füße 日本', account: 'Юля', otp },
      { issuer: 'A&B', account: 'me', otp },
    ];
    const [text = ''] = writeMigrationUris(accounts, 1);
    expect(readMigrationUri(text)?.accounts).toEqual(accounts);
  });

  test('reports an unknown algorithm and reads the other accounts', () => {
    const text = uri('0a 0c 0a 01 01 1a 03 4d4435 20 04 28 01  0a 05 0a 01 01 12 00');
    expect(readMigrationUri(text)).toMatchObject({
      accounts: [{ issuer: '' }],
      unreadable: [{ name: 'MD5', reason: 'otp/unknown-algorithm', facts: { algorithm: 'MD5' } }],
    });
  });

  test.each(['', 'data=', 'data=%%%', 'data=!!!!', 'data=Cv8B', 'x=y'])(
    'rejects %j as damaged',
    (query) => {
      expect(() => readMigrationUri(`otpauth-migration://offline?${query}`)).toThrow(
        new AppError('format/damaged'),
      );
    },
  );

  test.each(['otpauth://totp/x?secret=ABCDEFGH', '', 'otpauth-migration:'])(
    "returns null for %j, which isn't a migration URI",
    (text) => {
      expect(readMigrationUri(text)).toBeNull();
    },
  );
});

describe("writing Google Authenticator's QR codes", () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 30 }).map(cleanName);
  const account: fc.Arbitrary<OtpAccount> = fc.record({
    issuer: name.map((text) => text.replaceAll(':', '')),
    account: name,
    otp: fc
      .record({
        kind: fc.constantFrom<('totp' | 'hotp')[]>('totp', 'hotp'),
        secret: fc
          .uint8Array({ minLength: 1, maxLength: 64 })
          .map((array) => Uint8Array.from(array)),
        algorithm: fc.constantFrom<Algorithm[]>('SHA1', 'SHA256', 'SHA512'),
        digits: fc.constantFrom(6, 8),
        counter: fc.maxSafeNat(),
      })
      .map(makeOtp),
  });

  test('keeps every account and the order, with ten accounts per QR code', () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 35 }), fc.nat(), (accounts, id) => {
        const parts = writeMigrationUris(accounts, id).map((text) => readMigrationUri(text));
        expect(parts.flatMap((part) => part?.accounts)).toEqual(accounts);
        expect(parts.map((part) => part?.batch)).toEqual(
          parts.map((_, index) => ({ id, size: Math.ceil(accounts.length / 10), index })),
        );
      }),
      { numRuns: 50 },
    );
  });

  test.each([{ period: 60 }, { digits: 7 }, { kind: 'steam' as const }, { kind: 'motp' as const }])(
    "leaves out %j, which the format doesn't support",
    (given) => {
      const otp = makeOtp({ secret, ...given });
      expect(fitsMigration({ issuer: '', account: '', otp })).toBe(false);
      expect(writeMigrationUris([{ issuer: '', account: '', otp }], 1)).toEqual([]);
    },
  );
});
