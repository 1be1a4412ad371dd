import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Vault } from '../../lib/vault';
import type { AccountsStore } from '../stores/createAccountsStore';
import type { Codes } from '../stores/createCodes';
import type { PreferencesStore } from '../stores/createPreferencesStore';
import type { VaultStore } from '../stores/createVaultStore';
import type { GateProps } from '../vault';
import type { BackupReminderProps } from '../vault/BackupReminder';
import type { HealthNoticeProps } from './HealthNotice';
import type { RecoveryOfferProps } from './RecoveryOffer';

/** What every section of the authenticator's page may use; its entrypoint builds it. */
export interface ManageServices {
  /** The vault itself, for what the stores don't do. */
  readonly vault: Vault;
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  /** What opens a locked vault beside the passphrase. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** The recovery key that is offered with a new vault. */
  readonly recoveryOffer?: RecoveryOfferProps;
  /** Reminds of a backup by the state of things. */
  readonly backupReminder?: Omit<BackupReminderProps, 'onBackUp'>;
  /** What is told of the vault's health once it is open. */
  readonly health?: HealthNoticeProps;
  /** Copies, and clears the clipboard later if the preferences say so. */
  readonly copy: (text: string) => Promise<void>;
}

export const ManageContext = createContext<ManageServices | null>(null);

export function useManage(): ManageServices {
  const parts = useContext(ManageContext);
  if (!parts) throw new Error('Drawn outside of the page');
  return parts;
}
