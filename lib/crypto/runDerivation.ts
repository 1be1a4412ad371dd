import type { Derivation } from './Derivation';
import { deriveKey } from './deriveKey';

/** What the worker sends back. The key is null if it couldn't be derived. */
export interface DerivationResult {
  readonly key: Uint8Array | null;
}

/** Derives a key in the worker. Resolves with a null key if the derivation fails. */
export const runDerivation = (task: Derivation): Promise<DerivationResult> =>
  deriveKey(task).then(
    (key) => ({ key }),
    () => ({ key: null }),
  );
