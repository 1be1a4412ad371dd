import type { Derive } from './Derivation';

/** Derives in the caller's own thread, for contexts without Worker. Its code is fetched at first use. */
export const inProcessDerive: Derive = async (task, signal) => {
  signal?.throwIfAborted();
  const { deriveKey } = await import('./deriveKey');
  return deriveKey(task);
};
