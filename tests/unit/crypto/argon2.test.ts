import * as fc from 'fast-check';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inProcessDerive, utf8, type Derivation } from '../../../lib/crypto';
import { runDerivation } from '../../../lib/crypto/runDerivation';

/** Number of random inputs. `TESSERA_KDF_RUNS=1000` runs the full comparison. */
const runs = Number(process.env['TESSERA_KDF_RUNS'] ?? 30);

describe('Argon2id', () => {
  test('returns the hash of the reference implementation', async () => {
    const key = await inProcessDerive({
      kind: 'argon2id',
      password: utf8('password'),
      salt: utf8('somesalt'),
      memory: 65_536,
      passes: 2,
      lanes: 1,
    });
    expect(Buffer.from(key).toString('hex')).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    );
  });

  test(`returns the same hash in WebAssembly and JavaScript for ${runs} random inputs`, async () => {
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
          expect(
            await inProcessDerive({ kind: 'argon2id', password: passphrase, salt, ...costs }),
          ).toEqual(nobleArgon2id(passphrase, salt, { m, t, p, dkLen: 32 }));
        },
      ),
      { numRuns: runs },
    );
  }, 300_000);
});

describe('the derivation worker', () => {
  const task: Derivation = {
    kind: 'argon2id',
    password: utf8('password'),
    salt: utf8('somesalt'),
    memory: 64,
    passes: 1,
    lanes: 1,
  };

  test('posts the derived key', async () => {
    const { key } = await runDerivation(task);
    expect(key).toEqual(await inProcessDerive(task));
  });

  test.each([
    ['Argon2id with a salt that is too short', { ...task, salt: utf8('short') }],
    ['Argon2id without a password', { ...task, password: new Uint8Array() }],
    [
      'scrypt with a cost that is no power of two',
      { kind: 'scrypt', password: task.password, salt: task.salt, cost: 3, blockSize: 8, lanes: 1 },
    ],
  ] as const)('posts no key for %s', async (_name, failing) => {
    expect(await runDerivation(failing)).toEqual({ key: null });
  });
});

describe('key derivation without WebAssembly', () => {
  afterEach(() => vi.unstubAllGlobals());

  const costs = { memory: 64, passes: 2, lanes: 1 };
  const password = utf8('password');
  const salt = utf8('somesalt');
  const tasks: readonly Derivation[] = [
    { kind: 'argon2id', password, salt, ...costs },
    { kind: 'argon2d', password, salt, ...costs },
    { kind: 'scrypt', password, salt, cost: 16, blockSize: 8, lanes: 2 },
  ];

  test.each(tasks)('returns the same key for $kind', async (task) => {
    const expected = await inProcessDerive(task);
    vi.stubGlobal('WebAssembly', undefined);
    expect(await inProcessDerive(task)).toEqual(expected);
  });
});
