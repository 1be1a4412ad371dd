import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timingSafeEqual, lengthPrefixed, fromBase64url, toBase64url } from '../../../lib/crypto';

test('decodes the base64url that Node encodes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
});

test('decodes only the canonical base64url of a value', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64url(text);
      if (bytes) expect(toBase64url(bytes)).toBe(text);
    }),
  );
  expect(fromBase64url('AB')).toBeNull();
  expect(fromBase64url('AAB')).toBeNull();
  expect(fromBase64url('A')).toBeNull();
  expect(fromBase64url('AA==')).toBeNull();
  expect(fromBase64url('A+/A')).toBeNull();
});

test('compares bytes for equality', () => {
  expect(timingSafeEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  expect(timingSafeEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
  expect(timingSafeEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3))).toBe(false);
});

test('different field boundaries give different length-prefixed bytes', () => {
  expect(lengthPrefixed(['ab', 'c'])).not.toEqual(lengthPrefixed(['a', 'bc']));
  expect(lengthPrefixed(['a', ''])).not.toEqual(lengthPrefixed(['a']));
});
