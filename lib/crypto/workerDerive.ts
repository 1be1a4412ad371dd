import type { DerivationResult } from './runDerivation';
import type { Derive } from './Derivation';

const startWorker = () =>
  new Worker(new URL('./deriveWorker.ts', import.meta.url), { type: 'module' });

/**
 * Derives a key in a worker whose code is loaded at first use. WebAssembly can't be interrupted, so aborting
 * terminates the worker. The promise then rejects with the signal's reason.
 */
export const workerDerive: Derive = (task, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = startWorker();
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<DerivationResult>) => {
      const { key } = data;
      end(() => (key ? resolve(key) : reject(new RangeError('The key could not be derived'))));
    });
    worker.addEventListener('error', () =>
      end(() => reject(new Error('No worker for derivation'))),
    );
    worker.postMessage(task, []);
  });
