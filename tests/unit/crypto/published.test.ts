import { readFileSync } from 'node:fs';
import { NobleCryptoPlugin } from 'otplib';
import { expect, test } from 'vitest';
import { inProcessDerive } from '../../../lib/crypto';
import { checkPrimitives } from '../../support/checkPrimitives';
import { mac, type Group } from '../../support/wycheproof';

/** Skips nonces of fewer than 12 or more than 128 bytes, which browsers accept and Node's OpenSSL rejects. */
const without = (name: string, { ivSize = 0 }: Group) =>
  name === 'aes_gcm' && ivSize > 0 && (ivSize < 96 || ivSize > 1024);

test(
  'every primitive matches the vectors of Wycheproof and of its designers',
  { timeout: 300_000 },
  async () => {
    const deps = { derive: inProcessDerive, without };
    const checked = await checkPrimitives(deps);
    expect(checked.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(Object.fromEntries(checked.map(({ name, vectors }) => [name, vectors]))).toEqual({
      xchacha20_poly1305: 315,
      aes_gcm: 276,
      aes_cbc_pkcs5: 216,
      hmac_sha256: 174,
      hkdf_sha256: 86,
      pbkdf2_hmacsha1: 64,
      pbkdf2_hmacsha256: 60,
      pbkdf2_hmacsha512: 58,
      argon2id: 8,
      scrypt: 2,
      secretstream: 18,
    });
  },
);

test.each(['sha1', 'sha512'] as const)(
  'the HMAC that codes use matches the Wycheproof vectors for %s',
  async (hash) => {
    const text = readFileSync(`tests/vectors/wycheproof/hmac_${hash}_test.json`, 'utf8');
    const { testGroups } = JSON.parse(text) as { testGroups: readonly Group[] };
    const crypto = new NobleCryptoPlugin();
    const check = mac(({ key, message }) => crypto.hmac(hash, key, message));
    for (const group of testGroups)
      for (const vector of group.tests)
        expect(await check(vector, group), `${vector.tcId}`).toBe(true);
  },
);

test('the comparison with the vectors detects a primitive that returns one wrong bit', async () => {
  const text = readFileSync('tests/vectors/wycheproof/hmac_sha256_test.json', 'utf8');
  const { testGroups } = JSON.parse(text) as { testGroups: readonly Group[] };
  const crypto = new NobleCryptoPlugin();
  const flipped = mac(({ key, message }) => {
    const made = crypto.hmac('sha256', key, message);
    return made.with(0, (made[0] ?? 0) ^ 1);
  });
  for (const group of testGroups)
    for (const vector of group.tests.filter(({ result }) => result === 'valid'))
      expect(await flipped(vector, group), `${vector.tcId}`).toBe(false);
});
