import type { Derivation } from './Derivation';
import { deriveKey } from './deriveKey';

/** The response of a worker: null if no key could be derived. */
export interface DerivationResult {
  readonly key: Uint8Array | null;
}

/** Derives a key for the page that requested it. A failure can't be mistaken for a key. */
export const runDerivation = (task: Derivation): Promise<DerivationResult> =>
  deriveKey(task).then(
    (key) => ({ key }),
    () => ({ key: null }),
  );
