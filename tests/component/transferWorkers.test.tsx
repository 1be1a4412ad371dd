import { describe, expect, test } from 'vitest';
import { workerDerive } from '../../lib/crypto';
import { AppError } from '../../lib/errors';
import { readInWorker } from '../../lib/transfer';

describe('a key derivation in its worker', () => {
  const task = {
    kind: 'scrypt',
    password: new TextEncoder().encode('password'),
    salt: new TextEncoder().encode('NaCl'),
    cost: 1024,
    blockSize: 8,
    lanes: 16,
  } as const;

  test('returns the key of RFC 7914', async () => {
    const key = await workerDerive(task);
    expect(Array.from(key.subarray(0, 4))).toEqual([0xfd, 0xba, 0xbe, 0x1c]);
  });

  test('stops when it is canceled, even if it needs one gigabyte', async () => {
    const giveUp = new AbortController();
    const working = workerDerive({ ...task, cost: 2 ** 20 }, giveUp.signal);
    setTimeout(() => giveUp.abort(new Error('enough')), 100);
    await expect(working).rejects.toThrow('enough');
  });
});

const file = (content: unknown) => ({
  name: 'vault.json',
  bytes: new TextEncoder().encode(JSON.stringify(content)),
  password: 'test',
  keyFile: null,
});
const hooks = (onEstimate: (time: number | null) => void = () => undefined) => {
  const ended = new AbortController();
  return { ended, given: { signal: ended.signal, onEstimate } };
};

describe('reading a file in a worker', () => {
  test('returns the same accounts and errors as reading it in the page', async () => {
    const { given } = hooks();
    const entry = {
      type: 'totp',
      name: 'ada',
      issuer: 'Bank',
      info: { secret: 'JBSWY3DPEHPK3PXP' },
    };
    const plain = file({ version: 1, header: {}, db: { version: 3, entries: [entry] } });
    expect(await readInWorker(plain, given)).toMatchObject({
      kind: 'read',
      app: 'Aegis',
      accounts: [{ issuer: 'Bank', account: 'ada' }],
    });
    const unknown = new AppError('format/too-new');
    await expect(readInWorker(file({ version: 2, header: {}, db: {} }), given)).rejects.toEqual(
      unknown,
    );
  });

  test('announces a wait of minutes and stops as soon as it is canceled', async () => {
    const slot = { type: 1, n: 2 ** 20, r: 8, p: 16, salt: '00'.repeat(32) };
    const sealed = file({ version: 1, header: { slots: [slot] }, db: 'AAAA' });
    const told = Promise.withResolvers<number | null>();
    const { ended, given } = hooks(told.resolve);
    const reading = readInWorker(sealed, given);
    expect(await told.promise).toBeGreaterThan(10_000);
    const start = performance.now();
    ended.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    // Without the cancellation, the work would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
