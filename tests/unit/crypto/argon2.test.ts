import * as fc from 'fast-check';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { describe, expect, test } from 'vitest';
import { inProcessKdf, utf8 } from '../../../lib/crypto';

/** The suite's share; `TESSERA_KDF_RUNS=1000` asks for the whole comparison. */
const runs = Number(process.env['TESSERA_KDF_RUNS'] ?? 30);

describe('Argon2id', () => {
  test('gives the digest of the reference implementation', async () => {
    const costs = { memory: 65_536, passes: 2, lanes: 1 };
    const key = await inProcessKdf(utf8('password'), utf8('somesalt'), costs);
    expect(Buffer.from(key).toString('hex')).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    );
  });

  test(`WebAssembly and JavaScript agree on ${runs} random inputs`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.uint8Array({ minLength: 8, maxLength: 32 }),
        fc.record({
          memory: fc.integer({ min: 32, max: 256 }),
          passes: fc.integer({ min: 1, max: 4 }),
          lanes: fc.integer({ min: 1, max: 4 }),
        }),
        async (passphrase, salt, costs) => {
          const { memory: m, passes: t, lanes: p } = costs;
          expect(await inProcessKdf(passphrase, salt, costs)).toEqual(
            nobleArgon2id(passphrase, salt, { m, t, p, dkLen: 32 }),
          );
        },
      ),
      { numRuns: runs },
    );
  }, 300_000);
});
