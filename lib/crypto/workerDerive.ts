import type { Derive } from './Derivation';

const startWorker = () =>
  new Worker(new URL('./deriveWorker.ts', import.meta.url), { type: 'module' });

/**
 * Makes a key beside the page's thread. Rejects with the signal's reason at once when it is aborted: work in
 * WebAssembly can't be interrupted, so the worker goes. Rejects where the memory can't be had.
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
    worker.addEventListener('message', ({ data }: MessageEvent<{ key: Uint8Array | null }>) => {
      const { key } = data;
      end(() => (key ? resolve(key) : reject(new RangeError('The key could not be derived'))));
    });
    worker.addEventListener('error', () =>
      end(() => reject(new Error('No worker for derivation'))),
    );
    worker.postMessage(task, []);
  });
