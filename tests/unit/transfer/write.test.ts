import * as fc from 'fast-check';
import { decodeMigrationUri } from 'gauth-decode';
import * as otpauth from 'otpauth';
import { describe, expect, test } from 'vitest';
import { inProcessDerive } from '../../../lib/crypto';
import {
  cleanName,
  codeAt,
  encodeBase32,
  makeOtp,
  type Algorithm,
  type Otp,
} from '../../../lib/otp';
import {
  fitsMigration,
  readFile,
  writeFile,
  writeMigrationUris,
  type ExportFormat,
  type ImportedAccount,
} from '../../../lib/transfer';
import { samples } from './fixtures';
import { noise } from './fixtures/sealing';
import { toolsWith } from './tools';

const now = Date.UTC(2026, 0, 31, 12);
let seed = 0;
const write = (
  format: ExportFormat,
  accounts: readonly ImportedAccount[],
  password: string | null,
) =>
  writeFile(format, accounts, {
    password,
    derive: inProcessDerive,
    random: (length) => noise(length, ++seed),
    now,
  });

async function readBack(text: string, password: string | null) {
  const bytes = new Uint8Array(Buffer.from(text));
  const result = await readFile('', bytes, toolsWith(password));
  if (result.kind !== 'read') throw new Error('asks for a password');
  expect(result.unreadable).toEqual([]);
  return result.accounts;
}

const name = fc.string({ unit: 'grapheme', maxLength: 16 }).map(cleanName);
const issuer = name.filter((text) => !/period=\d+$/.test(text) && !/^steam$/i.test(text));
const secret = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes));
const otp: fc.Arbitrary<Otp> = fc
  .record({
    kind: fc.constantFrom<Otp['kind'][]>('totp', 'totp', 'hotp', 'steam', 'motp'),
    secret,
    algorithm: fc.constantFrom<Algorithm[]>('SHA1', 'SHA256', 'SHA512'),
    digits: fc.integer({ min: 1, max: 10 }),
    period: fc.integer({ min: 1, max: 86_400 }),
    counter: fc.nat(),
    pin: fc.constant('1234'),
  })
  .map(makeOtp);
const account: fc.Arbitrary<ImportedAccount> = fc.record({ issuer, account: name, otp });

/** Returns a function that removes fields of an account and replaces its tags, if it has tags. */
const without =
  (fields: readonly (keyof ImportedAccount)[], tags?: string[]) => (each: ImportedAccount) => {
    const kept = Object.entries(each).filter(([field]) => !fields.some((gone) => gone === field));
    return { ...Object.fromEntries(kept), ...(tags && each.tags && { tags }) };
  };

describe('an export', () => {
  const all = Object.values(samples);
  const rich: ImportedAccount[] = [
    {
      ...samples.plain,
      tags: ['Work', 'Private'],
      note: 'two\nlines',
      pinned: true,
      hosts: ['github.com'],
    },
    ...all.slice(1),
  ];
  const kinds = (...wanted: Otp['kind'][]) =>
    rich.filter(({ otp: { kind } }) => wanted.includes(kind));
  test.each([
    ['otpauthList', null, rich.map(without(['tags', 'note', 'pinned', 'hosts'])), 0],
    ['aegis', null, rich.map(without(['hosts'])), 0],
    ['aegis', 'a passphrase of some length', rich.map(without(['hosts'])), 0],
    [
      'twoFas',
      null,
      kinds('totp', 'hotp', 'steam').map(without(['note', 'pinned', 'hosts'], ['Work'])),
      2,
    ],
    ['bitwarden', null, kinds('totp', 'steam').map(without([], ['Work'])), 3],
  ] as const)(
    'can be read again with the same accounts: %s with the password %j',
    async (format, password, expected, leftOut) => {
      const written = await write(format, rich, password);
      expect(await readBack(written.text, password)).toEqual(expected);
      expect(written.left).toHaveLength(leftOut);
      expect(written.name).toMatch(/^tessera-[\w-]+-2026-01-31\.\w+$/);
    },
  );

  test.each(['otpauthList', 'aegis', 'twoFas', 'bitwarden'] as const)(
    'can be read again for any accounts: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(account, { minLength: 1, maxLength: 6 }), async (accounts) => {
          const { text, left } = await write(format, accounts, null);
          const carried = accounts.filter((each) => !left.includes(each));
          fc.pre(carried.length > 0);
          const expected = format === 'bitwarden' ? carried.map(named) : carried;
          expect(await readBack(text, null)).toEqual(expected);
        }),
        { numRuns: 100, seed: 11 },
      );
    },
  );

  test('contains no secret and no name if it is encrypted', async () => {
    const { text } = await write('aegis', rich, 'a passphrase of some length');
    expect(text).not.toMatch(/GitHub|ada@|GEZDGNBV/);
    expect(await readBack(text, 'a passphrase of some length')).toHaveLength(rich.length);
    await expect(readBack(text, 'another')).rejects.toThrow('format/wrong-password');
  });
});

/**
 * Returns an account as Bitwarden names it: a login without an issuer gets its account's name, and a plain
 * steam:// address gets "Steam".
 */
const named = (each: ImportedAccount): ImportedAccount => ({
  ...each,
  issuer: each.issuer || each.account || (each.otp.kind === 'steam' ? 'Steam' : ''),
});

describe('reading an export with another program', () => {
  const wanted = [samples.plain, samples.sha256, samples.sha512, samples.hotp];

  test('shows the same codes for otpauth URIs', async () => {
    const { text } = await write('otpauthList', wanted, null);
    const theirs = text
      .trim()
      .split('\n')
      .map((line) => otpauth.URI.parse(line));
    expect(theirs.map(({ issuer: issuerName, label }) => [issuerName, label])).toEqual(
      wanted.map((each) => [each.issuer, each.account]),
    );
    for (const [index, each] of wanted.entries()) {
      const token = theirs[index]?.generate({ timestamp: now });
      expect(token).toBe(codeAt(each.otp, now));
    }
  });

  test("shows the same accounts for Google Authenticator's QR codes", async () => {
    const fitting = wanted.filter(fitsMigration);
    const uris = writeMigrationUris(fitting, 5);
    const theirs = (await Promise.all(uris.map(decodeMigrationUri))).flat();
    expect(theirs).toMatchObject(
      fitting.map((each) => ({
        name: each.account,
        issuer: each.issuer,
        secretBase32: expect.stringContaining(encodeBase32(each.otp.secret)),
        type: each.otp.kind === 'hotp' ? 'OTP_HOTP' : 'OTP_TOTP',
      })),
    );
  });
});
