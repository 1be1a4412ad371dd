import { expect, test } from 'vitest';
import { toBase64url } from '../../../lib/crypto';
import { readSetKey } from '../../../lib/sync/setKey';

const whole = { set: '0a0b0c0d', epoch: 3, key: toBase64url(new Uint8Array(32).fill(7)) };

test('reads a valid sync key and drops unknown fields', () => {
  expect(readSetKey({ ...whole, more: 1 })).toEqual(whole);
});

test.each([
  ['a key with an invalid set id', { ...whole, set: '../../0a0b' }],
  ['a key with a set id in capitals', { ...whole, set: '0A0B0C0D' }],
  ['a key that is too short', { ...whole, key: toBase64url(new Uint8Array(16)) }],
  ['a key that is not base64url', { ...whole, key: '!'.repeat(43) }],
  ['a key with the epoch zero', { ...whole, epoch: 0 }],
  ['a key with an epoch that is not a number', { ...whole, epoch: 'first' }],
  ['an object without a key', { set: whole.set, epoch: 3 }],
  ['a list of keys', [whole]],
  ['null', null],
])("doesn't read %s as a sync key", (_, value) => {
  expect(readSetKey(value)).toBeNull();
});
