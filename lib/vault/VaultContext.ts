import type { Session } from './keys/createSession';
import type { Stores } from './storage/createStores';
import type { VaultDeps, VaultMessage } from './VaultDeps';

/** What `openVault` builds once and every part of the vault works with. */
export interface VaultContext<Deps extends VaultDeps = VaultDeps> {
  readonly deps: Deps;
  readonly stores: Stores;
  readonly session: Session;
  /** Notifies this page's listeners and the other contexts. */
  readonly announce: (message: VaultMessage) => void;
}
