import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { makeOtp } from '../../../lib/otp';
import { readRows } from '../../../lib/transfer/readRows';

const otp = makeOtp({ secret: new Uint8Array(20) });
const hostile = 'Ba\u202Enk\n\u0000';

describe('control characters in an imported name', () => {
  test('are removed from accounts', () => {
    const account = { issuer: hostile, account: hostile, otp, note: 'a\nb' };
    const { accounts } = readRows([1], () => account, String);
    expect(accounts).toEqual([{ issuer: 'Bank', account: 'Bank', otp, note: 'a\nb' }]);
  });

  test('are removed from unreadable rows', () => {
    const { unreadable } = readRows(
      [1],
      () => {
        throw new AppError('otp/bad-secret');
      },
      () => hostile,
    );
    expect(unreadable).toEqual([{ name: 'Bank', reason: 'otp/bad-secret', facts: {} }]);
  });
});

describe('a parameter that the reader of an item ignores', () => {
  const totp = { issuer: 'One', account: 'a', otp };
  const hotp = { ...totp, otp: makeOtp({ kind: 'hotp', secret: otp.secret, counter: 4 }) };
  const read = (item: object, account: typeof totp = totp) =>
    readRows(
      [item],
      ({ name, info }: { name?: string; info?: { secret?: string } }) => {
        expect([name, info?.secret]).toHaveLength(2);
        return account;
      },
      () => 'One',
    );

  test.each([
    [{ codeLength: 8 }, 'codeLength'],
    [{ info: { interval: '60' } }, 'interval'],
    [{ info: { more: { hashAlgorithm: 'SHA256' } } }, 'hashAlgorithm'],
    [{ kind: 'HOTP' }, 'kind'],
    [{ info: { timeOffset: 15 } }, 'timeOffset'],
  ])('makes the item unreadable if its value differs from the default: %j', (item, parameter) => {
    expect(read({ name: 'One', ...item })).toEqual({
      accounts: [],
      unreadable: [{ name: 'One', reason: 'otp/unknown-parameter', facts: { parameter } }],
    });
  });

  test.each([
    { codeLength: 6, interval: 30, algo: 'sha-1', kind: 'totp' },
    { hash: '0b6ae4a5-8d1c-4b3a-9d0f-0a2b3c4d5e6f', kind: 'login', digits: '' },
    { initialCounter: 7, offset: 0, version: 4 },
    { note: 'interval', tags: ['8'], id: 8 },
  ])('is accepted if it has the default value, no value or another meaning: %j', (item) => {
    expect(read({ name: 'One', ...item })).toEqual({ accounts: [totp], unreadable: [] });
  });

  test('matters only for the kinds of account that use it', () => {
    const item = { interval: 60 };
    expect(read(item, hotp)).toMatchObject({ accounts: [hotp], unreadable: [] });
    expect(read({ initialCounter: 7 }, hotp)).toMatchObject({ accounts: [], unreadable: [{}] });
  });
});
