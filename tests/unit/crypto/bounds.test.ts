import { expect, test } from 'vitest';
import { lengthPrefixed, openSecretstream } from '../../../lib/crypto';

test('each field is prefixed with its length: texts in UTF-8, numbers in four bytes, bytes unchanged', () => {
  expect([...lengthPrefixed(['é', 258, Uint8Array.of(7, 8, 9), ''])]).toEqual(
    [
      [0, 0, 0, 2, 0xc3, 0xa9],
      [0, 0, 0, 4, 0, 0, 1, 2],
      [0, 0, 0, 3, 7, 8, 9],
      [0, 0, 0, 0],
    ].flat(),
  );
});

test.each([
  ['a header that is too short', 23, 40],
  ['a header that is too long', 25, 40],
  ['an empty header', 0, 40],
  ['a stream without room for its tag', 24, 16],
  ['an empty stream', 24, 0],
])('opens no secretstream from %s', (_, header, sealed) => {
  const key = { key: new Uint8Array(32), header: new Uint8Array(header) };
  expect(openSecretstream(key, new Uint8Array(sealed))).toBeNull();
});
