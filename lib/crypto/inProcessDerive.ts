import type { Derive } from './Derivation';

/** Derives a key in the caller's thread, for contexts without Worker. Loads its code at first use. */
export const inProcessDerive: Derive = async (task, signal) => {
  signal?.throwIfAborted();
  const { deriveKey } = await import('./deriveKey');
  return deriveKey(task);
};
