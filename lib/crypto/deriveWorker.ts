import type { Derivation } from './Derivation';
import { deriveKey } from './deriveKey';

/** One derivation for one worker: `workerDerive` ends it, and with it the memory that held the key. */
addEventListener('message', ({ data }: MessageEvent<Derivation>) => {
  deriveKey(data).then(
    (key) => postMessage({ key }),
    () => postMessage({ key: null }),
  );
});
