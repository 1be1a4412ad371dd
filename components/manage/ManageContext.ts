import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SetAside, Vault } from '../../lib/vault';
import type { AccountsStore } from '../stores/createAccountsStore';
import type { Codes } from '../stores/createCodes';
import type { PreferencesStore } from '../stores/createPreferencesStore';
import type { VaultStore } from '../stores/createVaultStore';
import type { GateProps } from '../vault';
import type { BackupReminderProps } from '../vault/BackupReminder';
import type { HealthNoticeProps } from './HealthNotice';
import type { RecoveryOfferProps } from './RecoveryOffer';
import type { SyncTools } from './sync/SyncTools';

export interface WayOutServices extends SetAside {
  /** Saves the content of both stores as a file, still encrypted. */
  readonly rescue: () => Promise<void>;
}

/** The services for every section of the manage page, built by the entrypoint. */
export interface ManageServices {
  /** The vault itself, for operations that the stores don't offer. */
  readonly vault: Vault;
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  /** Ways to open a locked vault other than the passphrase. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** The recovery key offered with a new vault. */
  readonly recoveryOffer?: RecoveryOfferProps;
  /** Loads what a second device needs to join the first. */
  readonly joinFirst?: () => Promise<SyncTools>;
  /** Reminds of a backup if one is due. */
  readonly backupReminder?: Omit<BackupReminderProps, 'onBackUp'>;
  /** Options if the vault doesn't open, and the vaults that were set aside. */
  readonly wayOut?: WayOutServices;
  /** The report of the vault's health once it is open. */
  readonly health?: HealthNoticeProps;
  /** Copies, and clears the clipboard later if the preferences require it. */
  readonly copy: (text: string) => Promise<void>;
}

export const ManageContext = createContext<ManageServices | null>(null);

export function useManage(): ManageServices {
  const parts = useContext(ManageContext);
  if (!parts) throw new Error('Drawn outside of the page');
  return parts;
}
