import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Vault } from '../../lib/vault';
import type { AccountsStore } from '../stores/createAccountsStore';
import type { Codes } from '../stores/createCodes';
import type { PreferencesStore } from '../stores/createPreferencesStore';
import type { VaultStore } from '../stores/createVaultStore';
import type { GateProps } from '../vault';
import type { HealthNoticeProps } from './HealthNotice';
import type { RecoveryOfferProps } from './RecoveryOffer';

/** What every section of the authenticator's page may use; its entrypoint builds it. */
export interface ManageParts {
  /** The vault itself, for what the stores don't do. */
  readonly source: Vault;
  readonly vault: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  /** The ways into a locked vault beside the passphrase. */
  readonly ways?: GateProps['ways'];
  /** The recovery key that is offered with a new vault. */
  readonly recoveryOffer?: RecoveryOfferProps;
  /** What is told of the vault's health once it is open. */
  readonly health?: HealthNoticeProps;
  /** Copies, and clears the clipboard later if the preferences say so. */
  readonly copy: (text: string) => Promise<void>;
}

export const ManageContext = createContext<ManageParts | null>(null);

export function useManage(): ManageParts {
  const parts = useContext(ManageContext);
  if (!parts) throw new Error('Drawn outside of the page');
  return parts;
}
