import { expect, test } from 'vitest';
import { openTwofishCbc } from '../../../lib/transfer/twofish';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

// Test vectors of the submission to NIST (ecb_ival.txt, 256-bit key). Each vector is used as one block of CBC,
// with an initialization vector that turns the decrypted block into padding.
test.each([
  [
    '0123456789ABCDEFFEDCBA987654321000112233445566778899AABBCCDDEEFF',
    '00000000000000000000000000000000',
    '37527BE0052334B89F0CFCCAE87CFA20',
  ],
  [
    'D43BB7556EA32E46F2A282B7D45B4E0D57FF739D4DC92C1BD7FC01700CC8216F',
    '90AFE91BB288544F2C32DC239B2635E6',
    '6CB4561C40BF0A9705931CB6D408E7FA',
  ],
])('Twofish decrypts the test vector for the key %s', (key, plain, sealed) => {
  const iv = hex(plain).map((byte, at) => byte ^ (at === 15 ? 1 : 65));
  expect(openTwofishCbc(hex(key), { iv, sealed: hex(sealed) })).toEqual(
    new Uint8Array(15).fill(65),
  );
});
