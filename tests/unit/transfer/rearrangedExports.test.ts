import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProcessDerive } from '../../../lib/crypto';
import {
  fitsMigration,
  writeFile,
  writeMigrationUris,
  type ImportedAccount,
} from '../../../lib/transfer';
import { noise } from './fixtures/sealing';
import { accounts, change, encoded, readBytes, rearranged, shuffled, urisOf } from './rearrange';

const write = (format: Parameters<typeof writeFile>[0], held: readonly ImportedAccount[]) =>
  writeFile(format, held, {
    password: null,
    derive: inProcessDerive,
    random: (length) => noise(length, 1),
    now: Date.UTC(2026, 0, 31, 12),
  });

test.each(['aegis', 'twoFas', 'bitwarden'] as const)(
  'an export is read the same with its members and rows in any order and encoding: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(accounts, change, async (held, how) => {
        const { text, left } = await write(format, held);
        const carried = held.filter((one) => !left.includes(one));
        fc.pre(carried.length > 0);
        const json = rearranged(JSON.parse(text), how.order[Symbol.iterator]());
        const result = await readBytes(encoded(JSON.stringify(json, null, how.indent), how));
        expect(result.unreadable).toEqual([]);
        expect(urisOf(result.accounts)).toEqual(urisOf(carried));
      }),
      { numRuns: 60 },
    );
  },
);

const secretFields = {
  aegis: /"secret": ?"[A-Z2-7]+=*"/,
  twoFas: /"secret": ?"[A-Z2-7]+=*"/,
  bitwarden: /secret=[A-Z2-7]+/,
} as const;

test.each(['aegis', 'twoFas', 'bitwarden'] as const)(
  'an account whose secret is missing from an export is reported, and all others are read: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(accounts, change, async (held, how) => {
        const totp = held.filter(({ otp }) => otp.kind === 'totp');
        fc.pre(totp.length > 0);
        const { text } = await write(format, totp);
        const broken = text.replace(secretFields[format], (field) =>
          field.replace(/[A-Z2-7]{16,}=*/, ''),
        );
        expect(broken).not.toBe(text);
        const result = await readBytes(encoded(broken, how));
        expect(result.unreadable).toMatchObject([{ name: expect.any(String) }]);
        expect(urisOf(result.accounts)).toEqual(urisOf(totp.slice(1)));
      }),
      { numRuns: 40 },
    );
  },
);

test('migration codes are read the same in any order, with any separator and encoding', async () => {
  const separator = fc.constantFrom('\n', '\r\n', ' ', ', ', '; ', '\n- ', '\n> ');
  await fc.assert(
    fc.asyncProperty(
      fc.array(accounts, { minLength: 1, maxLength: 6 }),
      separator,
      change,
      async (lists, between, how) => {
        const distinct = new Map(lists.flat().map((one) => [String(one.otp.secret), one]));
        const held = [...distinct.values()].filter(fitsMigration);
        fc.pre(held.length > 0);
        const uris = shuffled(writeMigrationUris(held, 7), how.order[Symbol.iterator]());
        const result = await readBytes(encoded(uris.join(between), how));
        expect(result.unreadable).toEqual([]);
        expect(urisOf(result.accounts)).toEqual(urisOf(held));
      },
    ),
    { numRuns: 60 },
  );
});
