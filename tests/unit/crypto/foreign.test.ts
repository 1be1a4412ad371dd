import cryptoJs from 'crypto-js';
import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  hkdfExpand,
  inProcessDerive,
  openAesCbc,
  openAesGcm,
  openSecretstream,
  evpBytesToKey,
  sealAesCbc,
  sealAesGcm,
  utf8,
} from '../../../lib/crypto';
import secretstream from '../../vectors/transfer/secretstream.json';

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

const scrypt = (password: string, salt: string, cost: number, lanes: number) =>
  inProcessDerive({
    kind: 'scrypt',
    password: utf8(password),
    salt: utf8(salt),
    cost,
    blockSize: 8,
    lanes,
  });

describe('keys from passwords', () => {
  test('scrypt matches the first 32 bytes of the vectors of RFC 7914', async () => {
    expect(hex(await scrypt('password', 'NaCl', 1024, 16))).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162',
    );
    expect(hex(await scrypt('pleaseletmein', 'SodiumChloride', 16_384, 1))).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
    );
  });

  test.each([
    [1, 20, '0c60c80f961f0e71f3a9b524af6012062fe037a6'],
    [2, 20, 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957'],
    [4096, 20, '4b007901b765489abead49d926f721d065a429c1'],
  ])(
    'PBKDF2 matches the vectors of RFC 6070 with %i iterations',
    async (iterations, length, key) => {
      const made = await inProcessDerive({
        kind: 'pbkdf2',
        hash: 'SHA-1',
        password: utf8('password'),
        salt: utf8('salt'),
        iterations,
        length,
      });
      expect(hex(made)).toBe(key);
    },
  );

  test('HKDF-Expand matches the first 32 bytes of the third vector of RFC 5869', () => {
    const key = bytes('19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04');
    expect(hex(hkdfExpand(key, ''))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
    );
  });

  test('derives the key and IV of crypto-js from a passphrase and its salt', async () => {
    const sealed = Buffer.from(cryptoJs.AES.encrypt('hello', 'pässword').toString(), 'base64');
    const { key, iv } = evpBytesToKey({
      passphrase: utf8('pässword'),
      salt: sealed.subarray(8, 16),
    });
    const opened = await openAesCbc({ key, iv }, sealed.subarray(16));
    expect(opened && new TextDecoder().decode(opened)).toBe('hello');
  });
});

describe('ciphers', () => {
  const key = randomBytes(32);
  const message = utf8('The quick brown fox');

  test('AES-GCM opens what Node sealed, and rejects changed ciphertext', async () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8('context'));
    const sealed = Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()]);
    expect(await openAesGcm({ key, nonce, context: utf8('context') }, sealed)).toEqual(message);
    expect(await sealAesGcm({ key, nonce, context: utf8('context') }, message)).toEqual(
      Uint8Array.from(sealed),
    );
    expect(await openAesGcm({ key, nonce, context: utf8('other') }, sealed)).toBeNull();
    expect(
      await openAesGcm({ key, nonce, context: utf8('context') }, sealed.subarray(1)),
    ).toBeNull();
    expect(await openAesGcm({ key, nonce }, new Uint8Array(15))).toBeNull();
  });

  test('AES-CBC opens what Node sealed, and rejects an incomplete block', async () => {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const sealed = Buffer.concat([cipher.update(message), cipher.final()]);
    expect(await openAesCbc({ key, iv }, sealed)).toEqual(message);
    expect(await sealAesCbc({ key, iv }, message)).toEqual(Uint8Array.from(sealed));
    expect(await openAesCbc({ key, iv }, sealed.subarray(1))).toBeNull();
  });

  test.each(secretstream)('opens a secretstream of libsodium with tag $tag: $message', (vector) => {
    const [secret, header, sealed] = [vector.key, vector.header, vector.sealed].map(bytes);
    if (!secret || !header || !sealed) throw new Error('incomplete vector');
    expect(hex(openSecretstream({ key: secret, header }, sealed))).toBe(vector.message);
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.with(at, (sealed[at] ?? 0) ^ 1);
      expect(openSecretstream({ key: secret, header }, changed)).toBeNull();
    }
  });
});
