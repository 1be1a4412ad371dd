import type { KdfTask } from './argon2Worker';
import type { Kdf } from './Kdf';

/** Argon2id beside the page's thread. The worker's code is fetched only when it is needed. */
export const workerKdf: Kdf = (passphrase, salt, costs) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2Worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<{ key: Uint8Array | null }>) => {
      const { key } = data;
      end(() => (key ? resolve(key) : reject(new RangeError('Argon2id could not be computed'))));
    });
    worker.addEventListener('error', () => end(() => reject(new Error('No Argon2id worker'))));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage({ passphrase, salt, costs } satisfies KdfTask);
  });
