import { expect, test } from 'vitest';
import { toBase64url } from '../../../lib/crypto';
import { readSetKey } from '../../../lib/sync/setKey';

const whole = { set: '0a0b0c0d', epoch: 3, key: toBase64url(new Uint8Array(32).fill(7)) };

test('reads a whole key and drops other fields', () => {
  expect(readSetKey({ ...whole, more: 1 })).toEqual(whole);
});

test.each([
  ['a set that is no id', { ...whole, set: '../../0a0b' }],
  ['a set with capitals', { ...whole, set: '0A0B0C0D' }],
  ['a short key', { ...whole, key: toBase64url(new Uint8Array(16)) }],
  ['a key that is not base64url', { ...whole, key: '!'.repeat(43) }],
  ['an epoch of zero', { ...whole, epoch: 0 }],
  ['an epoch that is not a number', { ...whole, epoch: 'first' }],
  ['no key', { set: whole.set, epoch: 3 }],
  ['a list', [whole]],
  ['nothing', null],
])('rejects %s', (_, value) => {
  expect(readSetKey(value)).toBeNull();
});
