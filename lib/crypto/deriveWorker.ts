import { answerDerivation } from './answerDerivation';
import type { Derivation } from './Derivation';

/** One derivation for one worker: `workerDerive` terminates it, and with it the memory that held the key. */
addEventListener('message', ({ data }: MessageEvent<Derivation>) => {
  void answerDerivation(data).then((answer) => postMessage(answer));
});
