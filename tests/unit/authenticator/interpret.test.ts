import { describe, expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import { interpret } from '../../../lib/authenticator/import';
import { writeMigrationUris } from '../../../lib/transfer';

const uri = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

const exported = (count: number, batchId: number, name = 'account') =>
  writeMigrationUris(
    Array.from({ length: count }, (_, i) => ({
      issuer: 'Example',
      account: `${name} ${i}`,
      otp: makeOtp({ kind: 'totp', secret: new Uint8Array(20).fill(i + 1) }),
    })),
    batchId,
  );

const names = (texts: readonly string[], held: readonly string[] = []) =>
  interpret(texts, held).accounts.map(({ account }) => account);

describe('the content of scanned codes', () => {
  test('an enrollment URI gives one account', () => {
    const { accounts } = interpret([uri]);
    expect(accounts).toMatchObject([{ issuer: 'Example', account: 'alice@example.com' }]);
  });

  test('the same code read twice gives one account', () => {
    expect(names([uri, uri])).toHaveLength(1);
  });

  test('a web+otpauth link gives an account', () => {
    const path = uri.slice('otpauth://'.length);
    for (const link of [`web+otpauth://${path}`, `ext+otpauth://${path}`, `web+otpauth:${path}`])
      expect(names([link])).toEqual(['alice@example.com']);
  });

  test('a damaged enrollment URI is reported without its secret', () => {
    const broken = uri.replace('JBSWY3DPEHPK3PXP', 'JBSW!Y3D1');
    const { accounts, unreadable } = interpret([broken]);
    expect(accounts).toEqual([]);
    expect(unreadable).toEqual([
      { name: 'Example:alice@example.com', reason: 'otp/bad-secret', facts: expect.anything() },
    ]);
    expect(JSON.stringify(unreadable)).not.toContain('JBSW');
  });

  test('an unknown algorithm is rejected', () => {
    const { accounts, unreadable } = interpret([`${uri}&algorithm=MD5`]);
    expect(accounts).toEqual([]);
    expect(unreadable).toMatchObject([{ reason: 'otp/unknown-algorithm' }]);
  });

  test.each([
    ['https://example.com/login', 'web'],
    ['WIFI:T:WPA;S:home;P:secret;;', 'wifi'],
    ['BEGIN:VCARD\nN:Doe', 'contact'],
    ['mailto:a@example.com', 'mail'],
    ['tel:+4912345', 'phone'],
    ['geo:52.5,13.4', 'place'],
    ['BEGIN:VEVENT', 'event'],
    ['just words', 'text'],
    ['', 'text'],
  ])('%j is reported as %s', (text, kind) => {
    const { accounts, others } = interpret([text]);
    expect(accounts).toEqual([]);
    expect(others).toEqual([{ kind, text }]);
  });
});

describe('scanning an export in several codes', () => {
  const [first = '', second = '', third = ''] = exported(25, 77);

  test('reports which codes are missing, whatever the scanning order', () => {
    const one = interpret([second]);
    expect(one.batches).toEqual([{ size: 3, missing: [1, 3], repeated: false }]);
    expect(one.accounts).toHaveLength(10);
    const two = interpret([third], one.held);
    expect(two.batches).toEqual([{ size: 3, missing: [1], repeated: false }]);
    const all = interpret([first], two.held);
    expect(all.batches).toEqual([{ size: 3, missing: [], repeated: false }]);
    expect(all.accounts.map(({ account }) => account)).toEqual(
      Array.from({ length: 25 }, (_, i) => `account ${i}`),
    );
    expect(all.held).toEqual([]);
  });

  test('reports a code that is scanned again, and counts it once', () => {
    const again = interpret([first], interpret([first]).held);
    expect(again.batches).toEqual([{ size: 3, missing: [2, 3], repeated: true }]);
    expect(again.accounts).toHaveLength(10);
  });

  test('starts a second export if a code belongs to another export', () => {
    const [other = ''] = exported(15, 78, 'other');
    const both = interpret([other], interpret([first]).held);
    expect(both.batches).toEqual([{ size: 2, missing: [2], repeated: false }]);
    expect(both.accounts).toHaveLength(10);
    expect(both.held).toHaveLength(2);
  });

  test('tells exports without an id apart by their parts', () => {
    const [ours = ''] = exported(15, 0);
    const [theirs = '', rest = ''] = exported(15, 0, 'their');
    const both = interpret([theirs], interpret([ours]).held);
    expect(both.batches).toEqual([{ size: 2, missing: [2], repeated: false }]);
    expect(names([rest], both.held)).toEqual(Array.from({ length: 15 }, (_, i) => `their ${i}`));
    expect(interpret([rest], both.held).held).toEqual([ours]);
  });

  test('completes the export if all its codes are on one page', () => {
    expect(interpret([third, first, second])).toMatchObject({
      batches: [{ missing: [] }],
      held: [],
    });
  });

  test("doesn't show the incomplete export again if an unrelated code is scanned later", () => {
    const { held } = interpret([first]);
    const next = interpret([uri], held);
    expect(next.accounts).toHaveLength(1);
    expect(next.batches).toEqual([]);
    expect(next.held).toEqual(held);
  });
});
