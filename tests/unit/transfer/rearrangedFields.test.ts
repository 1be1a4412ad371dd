import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProcessDerive } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { formatOtpUri, type OtpAccount } from '../../../lib/otp';
import { readFile, writeFile } from '../../../lib/transfer';
import { noise } from './fixtures/sealing';
import {
  accounts,
  cellsOf,
  change,
  columns,
  encoded,
  readBytes,
  rearranged,
  urisOf,
} from './rearrange';
import { toolsWith } from './tools';

const roles = Object.keys(columns);

/** One known name for each field. */
const fieldNames = fc.record(
  Object.fromEntries(
    Object.entries(columns).map(([role, names]) => [role, fc.constantFrom<string>(...names)]),
  ),
);

/** Ways to put objects into a file. */
const arrangement = fc.constantFrom(
  (rows: readonly object[]): unknown => rows,
  (rows: readonly object[]): unknown => ({ version: 1, data: { items: rows } }),
  (rows: readonly object[]): unknown => ({
    accounts: Object.fromEntries(rows.map((row, at) => [`id-${at}`, row])),
  }),
);

test('a list of objects is read the same with any known names of their fields', async () => {
  await fc.assert(
    fc.asyncProperty(
      accounts,
      fieldNames,
      arrangement,
      fc.boolean(),
      change,
      async (all, names, arrange, isLines, how) => {
        const held = all.filter(({ otp }) => otp.kind !== 'motp' && otp.kind !== 'yandex');
        fc.pre(held.length > 1);
        const rows = held.map((one) => {
          const cells = cellsOf(one);
          return Object.fromEntries(roles.map((role) => [names[role] ?? '', cells[role]]));
        });
        const order = how.order[Symbol.iterator]();
        const shuffledRows = rearranged(rows, order);
        const text =
          isLines && Array.isArray(shuffledRows)
            ? shuffledRows.map((row) => JSON.stringify(row)).join('\n')
            : JSON.stringify(rearranged(arrange(rows), order), null, how.indent);
        const result = await readBytes(encoded(text, how));
        expect(result.unreadable).toEqual([]);
        expect(urisOf(result.accounts)).toEqual(urisOf(held));
      },
    ),
    { numRuns: 150 },
  );
});

/** Other known names of the parameters in an export. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  type: ['kind', 'otpType', 'tokenType'],
  tokenType: ['type', 'kind', 'otpType'],
  secret: ['key', 'secretKey', 'sharedSecret', 'seed'],
  algo: ['algorithm', 'hash', 'hashAlgorithm'],
  algorithm: ['algo', 'hash', 'hashAlgorithm'],
  digits: ['digit', 'codeLength', 'codeDigits'],
  period: ['interval', 'step', 'timeStep', 'timer'],
  counter: ['hotpCounter', 'initialCounter'],
  totp: ['otpauth', 'otp', 'twoFactorSecret'],
};

/** Renames the fields with these names in a JSON value. */
function renamed(json: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(json)) return json.map((item) => renamed(item, names));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => key !== 'link')
      .map(([key, value]) => [names.get(key) ?? key, renamed(value, names)]),
  );
}

const renaming = fc
  .subarray(Object.keys(otherNames), { minLength: 1 })
  .chain((fields) =>
    fc.record(
      Object.fromEntries(
        fields.map((field) => [field, fc.constantFrom(...(otherNames[field] ?? []))]),
      ),
    ),
  )
  .map((names) => new Map(Object.entries(names)));

const codeOf = ({ otp }: OtpAccount): string => formatOtpUri({ issuer: '', account: '', otp });

test.each(['aegis', 'twoFas', 'bitwarden'] as const)(
  'an export with renamed fields gives the same accounts or reports them, and never gives another account: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(accounts, renaming, async (all, names) => {
        const { text, left } = await writeFile(format, all, {
          password: null,
          derive: inProcessDerive,
          random: (length) => noise(length, 1),
          now: 0,
        });
        const held = all.filter((one) => !left.includes(one));
        fc.pre(held.length > 0);
        const bytes = Uint8Array.from(
          Buffer.from(JSON.stringify(renamed(JSON.parse(text), names))),
        );
        const result = await readFile('', bytes, toolsWith(null)).catch((error: unknown) => {
          if (error instanceof AppError) return error;
          throw error;
        });
        if (result instanceof AppError || result.kind !== 'read') return;
        const given = new Set(held.map(codeOf));
        expect(result.accounts.map(codeOf).filter((code) => !given.has(code))).toEqual([]);
        const reported = result.unreadable.length + withoutCode(result.notes);
        expect(result.accounts.length + reported).toBe(held.length);
      }),
      { numRuns: 150 },
    );
  },
);

const withoutCode = (notes: readonly { code: string; facts: object }[] = []): number => {
  const note = notes.find(({ code }) => code === 'items-without-code');
  return note && 'count' in note.facts ? Number(note.facts.count) : 0;
};
