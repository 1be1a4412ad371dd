import type { Derive } from './Derivation';

/** In the caller's own thread, for places that have no Worker. Its code is fetched at first use. */
export const inProcessDerive: Derive = async (task, signal) => {
  signal?.throwIfAborted();
  const { deriveKey } = await import('./deriveKey');
  return deriveKey(task);
};
