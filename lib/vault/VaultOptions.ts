import type { DeferredParts } from './deferredParts';
import type { VaultDeps } from './VaultDeps';

/** The dependencies of the vault, and how it loads its deferred parts. */
export interface VaultOptions extends VaultDeps {
  /** Loads the deferred parts. Default: import() at the first use. */
  readonly deferred?: () => Promise<DeferredParts>;
}
