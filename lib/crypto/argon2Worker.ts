import { argon2id } from './argon2';
import type { KdfCosts } from './Kdf';

/** One derivation for one worker: `workerKdf` ends the worker, and with it the memory that held the key. */
export interface KdfTask {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly costs: KdfCosts;
}

addEventListener('message', ({ data }: MessageEvent<KdfTask>) => {
  argon2id(data.passphrase, data.salt, data.costs).then(
    (key) => postMessage({ key }),
    () => postMessage({ key: null }),
  );
});
