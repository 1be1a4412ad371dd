import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProcessDerive } from '../../../lib/crypto';
import { formatOtpUri, makeOtp } from '../../../lib/otp';
import {
  fitsMigration,
  readFile,
  writeFile,
  writeMigrationUris,
  type ImportedAccount,
} from '../../../lib/transfer';
import { noise } from './fixtures/sealing';
import { toolsWith } from './tools';

const name = fc.string({
  unit: fc.constantFrom(...Array.from('abcXYZ019é日本юñ_&')),
  minLength: 1,
  maxLength: 12,
});

/** Accounts with different secrets of every kind that the exports can carry. */
const accounts = fc.uniqueArray(
  fc.record({
    issuer: name,
    account: name,
    otp: fc
      .record({
        kind: fc.constantFrom('totp', 'totp', 'hotp', 'steam', 'motp', 'yandex'),
        secret: fc
          .uint8Array({ minLength: 16, maxLength: 16 })
          .map((bytes) => Uint8Array.from(bytes)),
        algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
        digits: fc.constantFrom(6, 7, 8),
        period: fc.constantFrom(30, 60),
        counter: fc.nat(100_000),
        pin: fc.constant('1234'),
      })
      .map(makeOtp),
  }),
  { minLength: 1, maxLength: 6, selector: ({ otp }) => String(otp.secret) },
);

/** Changes that leave the meaning of a file as it is. Every number is a seed or a choice. */
const change = fc.record({
  order: fc.infiniteStream(fc.nat(1000)),
  indent: fc.constantFrom(0, 2, 4, '\t'),
  encode: fc.constantFrom('utf8' as const, 'utf8 with BOM' as const, 'utf16le' as const),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function shuffled<T>(items: readonly T[], order: Iterator<number>): readonly T[] {
  const keys = items.map((item) => ({ item, key: Number(order.next().value) }));
  return keys.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Shuffles the members of every object and the rows of every list of objects. */
function rearranged(json: unknown, order: Iterator<number>): unknown {
  if (Array.isArray(json)) {
    const items = json.map((item) => rearranged(item, order));
    return items.every((item) => typeof item === 'object') ? shuffled(items, order) : items;
  }
  if (typeof json !== 'object' || json === null) return json;
  const members = Object.entries(json).map(([key, value]) => [key, rearranged(value, order)]);
  return Object.fromEntries(shuffled(members, order));
}

function encoded(text: string, { encode }: Change): Uint8Array<ArrayBuffer> {
  if (encode === 'utf8') return Uint8Array.from(Buffer.from(text));
  const encoding = encode === 'utf16le' ? 'utf16le' : 'utf8';
  return Uint8Array.from(Buffer.from(`\uFEFF${text}`, encoding));
}

async function readBytes(bytes: Uint8Array<ArrayBuffer>) {
  const result = await readFile('', bytes, toolsWith(null));
  if (result.kind !== 'read') throw new Error(result.kind);
  return result;
}

const urisOf = (some: readonly ImportedAccount[]) =>
  some.map(({ issuer, account, otp }) => formatOtpUri({ issuer, account, otp })).toSorted();

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
