import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { utf8, workerDerive, type Derivation } from '../../../lib/crypto';

const task: Derivation = {
  kind: 'argon2id',
  password: utf8('password'),
  salt: utf8('somesalt'),
  memory: 64,
  passes: 1,
  lanes: 1,
};

/** Simulates the browser's Worker, which Node lacks. It responds when the test tells it to. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  terminated = false;

  constructor() {
    super();
    FakeWorker.started.push(this);
  }

  postMessage(): void {}

  terminate(): void {
    this.terminated = true;
  }

  answer(key: Uint8Array | null): void {
    this.dispatchEvent(new MessageEvent('message', { data: { key } }));
  }
}

const started = (): FakeWorker => {
  const worker = FakeWorker.started.at(-1);
  if (!worker) throw new Error('No worker was started');
  return worker;
};

beforeEach(() => {
  FakeWorker.started.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('a derivation in a worker', () => {
  test('resolves with the key and terminates the worker', async () => {
    const deriving = workerDerive(task);
    started().answer(Uint8Array.of(1, 2));
    expect(await deriving).toEqual(Uint8Array.of(1, 2));
    expect(started().terminated).toBe(true);
  });

  test('rejects if the worker returns no key', async () => {
    const deriving = workerDerive(task);
    started().answer(null);
    await expect(deriving).rejects.toThrow(RangeError);
    expect(started().terminated).toBe(true);
  });

  test('terminates the worker as soon as it is canceled', async () => {
    const cancel = new AbortController();
    const deriving = workerDerive(task, cancel.signal);
    cancel.abort(new Error('canceled'));
    expect(started().terminated).toBe(true);
    await expect(deriving).rejects.toThrow('canceled');
  });

  test('starts no worker if it is already canceled', async () => {
    await expect(workerDerive(task, AbortSignal.abort(new Error('canceled')))).rejects.toThrow(
      'canceled',
    );
    expect(FakeWorker.started).toEqual([]);
  });
});
