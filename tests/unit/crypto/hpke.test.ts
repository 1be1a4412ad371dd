import { describe, expect, test } from 'vitest';
import { loadSealing, systemRandom, utf8, type SealingContext } from '../../../lib/crypto';
import { fromHex, toHex } from '../../support/wycheproof';
import vectors from '../../vectors/crypto/hpke.json';

const sealing = await loadSealing();

const shared = {
  psk: systemRandom(32),
  pskId: utf8('slot'),
  info: utf8('a vault key'),
  context: utf8('header'),
} satisfies SealingContext;
const message = utf8('the key');
const receiver = sealing.deriveKeyPair(systemRandom(32));
const sealed = sealing.sealTo(receiver.publicKey, { ...shared, random: systemRandom }, message);

describe('HPKE with the vectors of RFC 9180, appendix A.2', () => {
  test.each(vectors.keyPairs)('derives the key pair of $ikm', ({ ikm, privateKey, publicKey }) => {
    const pair = sealing.deriveKeyPair(fromHex(ikm));
    expect(toHex(pair.privateKey)).toBe(privateKey);
    expect(toHex(pair.publicKey)).toBe(publicKey);
  });

  test.each(vectors.psk)('seals and opens the message of the vector in mode "psk"', (vector) => {
    const known = {
      psk: fromHex(vector.psk),
      pskId: fromHex(vector.pskId),
      info: fromHex(vector.info),
      context: fromHex(vector.aad),
    };
    const random = () => fromHex(vector.ikmE);
    const plaintext = fromHex(vector.plaintext);
    const made = sealing.sealTo(fromHex(vector.publicKey), { ...known, random }, plaintext);
    expect(toHex(made)).toBe(vector.enc + vector.ciphertext);
    expect(sealing.openSealed(fromHex(vector.privateKey), known, made)).toEqual(plaintext);
  });
});

describe('an HPKE message', () => {
  test('opens with the private key and the shared inputs', () => {
    expect(sealing.openSealed(receiver.privateKey, shared, sealed)).toEqual(message);
  });

  test.each([
    ['pre-shared key', { psk: systemRandom(32) }],
    ['name of the pre-shared key', { pskId: utf8('other') }],
    ['purpose', { info: utf8('a backup key') }],
    ['associated data', { context: utf8('headers') }],
  ])("doesn't open with another %s", (_name, other) => {
    expect(sealing.openSealed(receiver.privateKey, { ...shared, ...other }, sealed)).toBeNull();
  });

  test("doesn't open with another private key", () => {
    const { privateKey } = sealing.deriveKeyPair(systemRandom(32));
    expect(sealing.openSealed(privateKey, shared, sealed)).toBeNull();
  });

  test("doesn't open if any bit is flipped or any byte is cut off", () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // RFC 7748, section 5, ignores the highest bit of a public key. HPKE authenticates the bytes of the key, so
      // the changed message is rejected.
      expect(sealing.openSealed(receiver.privateKey, shared, flipped)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(
        sealing.openSealed(receiver.privateKey, shared, sealed.subarray(0, length)),
      ).toBeNull();
  }, 60_000);

  test("doesn't open if its encapsulated key has low order", () => {
    const low = Uint8Array.from([...new Uint8Array(32), ...sealed.subarray(32)]);
    expect(sealing.openSealed(receiver.privateKey, shared, low)).toBeNull();
  });

  test('is different each time it is sealed', () => {
    const again = sealing.sealTo(receiver.publicKey, { ...shared, random: systemRandom }, message);
    expect(again).not.toEqual(sealed);
  });
});

test('HPKE refuses to seal to a public key of low order', () => {
  expect(() =>
    sealing.sealTo(new Uint8Array(32), { ...shared, random: systemRandom }, message),
  ).toThrow();
});
