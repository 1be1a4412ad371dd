import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { formatOtpUri, makeOtp, type OtpAccount } from '../../../lib/otp';
import { readFile } from '../../../lib/transfer';
import { cellsOf, columns } from './rearrange';
import { toolsWith } from './tools';

const name = fc
  .string({
    unit: fc.constantFrom(...Array.from('abcXYZ019 é日本юñ_&')),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text !== 'none');

const account: fc.Arbitrary<OtpAccount> = fc.record({
  issuer: name,
  account: name,
  otp: fc
    .record({
      kind: fc.constantFrom('totp' as const, 'hotp' as const),
      secret: fc.uint8Array({ minLength: 10, maxLength: 30 }),
      algorithm: fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const),
      digits: fc.constantFrom(6, 7, 8),
      period: fc.constantFrom(15, 30, 60),
      counter: fc.nat(100_000),
    })
    .map(makeOtp),
});
const accounts = fc.array(account, { minLength: 1, maxLength: 6 });

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
const encoding = fc.constantFrom(utf8, utf16, (text: string) => utf8(`\uFEFF${text}`));
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** Lists of URIs with anything that people and programs put around and between URIs. */
const list = fc
  .tuple(
    accounts,
    fc.constantFrom(
      (uris: readonly string[], end: string) => uris.join(end),
      (uris: readonly string[]) => uris.join(','),
      (uris: readonly string[]) => uris.join(' '),
      (uris: readonly string[]) => uris.join('; '),
      (uris: readonly string[], end: string) => uris.map((uri) => `- ${uri}`).join(end),
      (uris: readonly string[], end: string) => uris.map((uri) => `"${uri}",`).join(end),
      (uris: readonly string[], end: string) => uris.map((uri) => `> ${uri}`).join(end),
      (uris: readonly string[], end: string) => uris.map((uri) => `code: ${uri}`).join(end),
      (uris: readonly string[]) => `<p>${uris.map((uri) => `<a href="${uri}">x</a>`).join('')}`,
      (uris: readonly string[]) => JSON.stringify({ codes: uris.map((uri) => ({ uri })) }),
    ),
    lineEnd,
  )
  .map(([held, arrange, end]) => ({ held, text: arrange(held.map(formatOtpUri), end) }));

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Tables with any column order, any known column names and any separator. */
const table = fc
  .tuple(
    accounts,
    fc.shuffledSubarray(Object.keys(columns), { minLength: Object.keys(columns).length }),
    fc.record(
      Object.fromEntries(
        Object.entries(columns).map(([role, names]) => [role, fc.constantFrom<string>(...names)]),
      ),
    ),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([held, order, names, separator, end]) => {
    const header = order.map((role) => names[role] ?? '');
    const rows = held.map((one) => order.map((role) => cellsOf(one)[role] ?? ''));
    const text = [header, ...rows].map((row) => row.map(quoted).join(separator)).join(end);
    return { held, text };
  });

async function expectSame(held: readonly OtpAccount[], bytes: Uint8Array<ArrayBuffer>) {
  const result = await readFile('', bytes, toolsWith(null));
  if (result.kind !== 'read') throw new Error(result.kind);
  expect(result.unreadable).toEqual([]);
  const uris = result.accounts.map(({ issuer, account: user, otp }) =>
    formatOtpUri({ issuer, account: user, otp }),
  );
  expect(uris.toSorted()).toEqual([...new Set(held.map(formatOtpUri))].toSorted());
}

test('a list of URIs is read the same whatever its separators, surrounding text and encoding', async () => {
  await fc.assert(
    fc.asyncProperty(list, encoding, ({ held, text }, encode) => {
      const distinct = new Map(held.map((one) => [formatOtpUri(one), one]));
      return distinct.size === held.length ? expectSame(held, encode(text)) : Promise.resolve();
    }),
    { numRuns: 300 },
  );
});

test('a table is read the same with any column order and any known column names', async () => {
  await fc.assert(
    fc.asyncProperty(table, encoding, ({ held, text }, encode) => expectSame(held, encode(text))),
    { numRuns: 300 },
  );
});

test('one unreadable value in a table is reported, and all other rows are read', async () => {
  await fc.assert(
    fc.asyncProperty(
      accounts,
      fc.constantFrom(
        ['type', 'push'],
        ['algorithm', 'MD5'],
        ['digits', 'six'],
        ['period', '-30'],
        ['secret', 'JBSW0189'],
      ),
      async (held, [role = '', value = '']) => {
        const roles = Object.keys(columns);
        const rows = held.map((one, at) => {
          const cells = at === 0 ? { ...cellsOf(one), [role]: value } : cellsOf(one);
          return roles.map((column) => quoted(cells[column] ?? '')).join(',');
        });
        const bytes = utf8([roles.join(','), ...rows].join('\n'));
        const result = await readFile('', bytes, toolsWith(null));
        expect(result).toMatchObject({ kind: 'read', unreadable: [{ name: held[0]?.issuer }] });
        expect(result.kind === 'read' && result.accounts).toHaveLength(held.length - 1);
      },
    ),
    { numRuns: 100 },
  );
});

test('an HOTP account without its counter is unreadable and never starts at 0', async () => {
  const csv = 'issuer,account,secret,type,counter\nOne,a,JBSWY3DPEHPK3PXP,hotp,\n';
  expect(await readFile('', utf8(csv), toolsWith(null))).toMatchObject({
    accounts: [],
    unreadable: [{ name: 'One', reason: new AppError('otp/bad-counter').code }],
  });
});
