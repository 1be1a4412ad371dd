import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { IconPack, SetAside, Vault } from '../../lib/vault';
import type { InstalledPack, PackHooks } from '../../lib/authenticator/icons';
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
  /** Saves the content of both stores as a file without decrypting it. */
  readonly rescue: () => Promise<void>;
}

/** Adds and removes the pictures of accounts. */
export interface IconTools {
  /** Returns the installed icon packs by name. */
  readonly packs: () => Promise<readonly IconPack[]>;
  /** Stores an image file as a picture. Returns the name by which an entry selects it. Throws `icons/…`. */
  readonly addOwn: (file: Blob) => Promise<string>;
  /** Installs an icon pack. Throws `icons/…`, or the signal's reason. */
  readonly install: (file: Blob, hooks: PackHooks) => Promise<InstalledPack>;
  readonly removePack: (uuid: string) => Promise<void>;
}

/** The services for every section of the manage page. The entrypoint builds them. */
export interface ManageServices {
  /** The vault itself, for operations that the stores don't offer. */
  readonly vault: Vault;
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  readonly icons?: IconTools;
  /** Methods besides the passphrase to open a locked vault. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** The offer of a recovery key after a vault was created. */
  readonly recoveryOffer?: RecoveryOfferProps;
  /** Loads the services with which a new device joins the sync of an existing device. */
  readonly joinFirst?: () => Promise<SyncTools>;
  /** Reminds the user of a backup if one is due. */
  readonly backupReminder?: Omit<BackupReminderProps, 'onBackUp'>;
  /** Options for a vault that doesn't open, and the vaults that were set aside. */
  readonly wayOut?: WayOutServices;
  /** The report about the vault's health, shown once the vault is open. */
  readonly health?: HealthNoticeProps;
  /** Copies a text. Clears the clipboard later if the preferences say so. */
  readonly copy: (text: string) => Promise<void>;
}

export const ManageContext = createContext<ManageServices | null>(null);

export function useManage(): ManageServices {
  const parts = useContext(ManageContext);
  if (!parts) throw new Error('Drawn outside of the page');
  return parts;
}
