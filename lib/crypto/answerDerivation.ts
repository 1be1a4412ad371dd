import type { Derivation } from './Derivation';
import { deriveKey } from './deriveKey';

/** What a worker posts back: null where no key could be derived. */
export interface DerivationAnswer {
  readonly key: Uint8Array | null;
}

/** Derives a key for the page that asked. A failure never looks like a key. */
export const answerDerivation = (task: Derivation): Promise<DerivationAnswer> =>
  deriveKey(task).then(
    (key) => ({ key }),
    () => ({ key: null }),
  );
