import { describe, expect, test } from 'vitest';
import { fromBase32, inClear } from '../e2e/inClear';

const secret = Buffer.from('4f9a7c0be1d2833a5566', 'hex');
const base32 = 'J6NHYC7B2KBTUVLG';

const found = (text: string | Buffer) =>
  inClear([{ where: 'here', bytes: Buffer.from(text) }], { secret }).length > 0;

describe('the search for unencrypted secrets', () => {
  test('decodes a secret key with spaces', () => {
    expect(fromBase32('j6nh yc7b 2kbt uvlg')).toEqual(secret);
  });

  test.each<readonly [string, string | Buffer]>([
    ['as bytes among others', Buffer.concat([Buffer.from([1, 2]), secret, Buffer.from([3])])],
    ['in base32', `{"key":"${base32}"}`],
    ['in lower-case base32', base32.toLowerCase()],
    ['in hex', `x${secret.toString('hex').toUpperCase()}x`],
    ...[0, 1, 2].map(
      (before) =>
        [
          `in base64 after ${before} other bytes`,
          Buffer.concat([Buffer.alloc(before, 7), secret, Buffer.alloc(2, 9)]).toString('base64'),
        ] as const,
    ),
    ['in base64url', secret.toString('base64url')],
  ])('finds a secret %s', (_, text) => {
    expect(found(text)).toBe(true);
  });

  test('finds nothing without a secret', () => {
    expect(found(Buffer.alloc(4096, 'J6NHYC7B2KBTUVL'))).toBe(false);
  });

  test('refuses to search for a secret so short that it occurs by chance', () => {
    expect(() => inClear([], { code: '12345' })).toThrow('too short');
  });
});
