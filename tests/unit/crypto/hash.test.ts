import { expect, test } from 'vitest';
import { hkdfSha256, hmacSha256, sha256, utf8 } from '../../../lib/crypto';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('SHA-256 of "abc" matches FIPS 180-4', () => {
  expect(toHex(sha256(utf8('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test.each([
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4a656665',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('HMAC-SHA256 with the key %s matches RFC 4231', (key, message, mac) => {
  expect(toHex(hmacSha256({ key: hex(key), message: utf8(message) }))).toBe(mac);
});

test('HKDF-SHA256 matches RFC 5869, A.1', () => {
  const key = hkdfSha256({
    key: hex('0b'.repeat(22)),
    salt: hex('000102030405060708090a0b0c'),
    info: hex('f0f1f2f3f4f5f6f7f8f9'),
    length: 42,
  });
  expect(toHex(key)).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  );
});
