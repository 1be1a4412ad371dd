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
