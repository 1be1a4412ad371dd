import { runDerivation } from './runDerivation';
import type { Derivation } from './Derivation';

/**
 * Runs one derivation. `workerDerive` then terminates this worker, which frees the memory that contained the key.
 */
addEventListener('message', ({ data }: MessageEvent<Derivation>) => {
  void runDerivation(data).then((result) => postMessage(result));
});
