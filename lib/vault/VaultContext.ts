import type { Session } from './keys/createSession';
import type { Stores } from './storage/createStores';
import type { VaultDeps, VaultMessage } from './VaultDeps';

/** What `openVault` creates once and all parts of the vault share. */
export interface VaultContext {
  readonly deps: VaultDeps;
  readonly stores: Stores;
  readonly session: Session;
  /** Notifies this page's listeners and the other contexts. */
  readonly announce: (message: VaultMessage) => void;
}
