import { runDerivation } from './runDerivation';
import type { Derivation } from './Derivation';

/**
 * Runs one derivation. `workerDerive` terminates the worker afterwards, which frees the memory that held the
 * key.
 */
addEventListener('message', ({ data }: MessageEvent<Derivation>) => {
  void runDerivation(data).then((result) => postMessage(result));
});
