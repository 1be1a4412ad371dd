import type { ReadonlySignal } from '@preact/signals';
import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { ActiveSite } from '../../lib/platform';
import type { BackupCodeTools } from './BackupCodeTools';
import type { Transferred } from '../scan/takeTransfer';
import type { AccountsStore } from '../stores/createAccountsStore';
import type { Codes } from '../stores/createCodes';
import type { PreferencesStore } from '../stores/createPreferencesStore';
import type { SiteStore } from '../stores/createSiteStore';
import type { VaultStore } from '../stores/createVaultStore';
import type { GateProps } from '../vault';
import type { BackupReminderProps } from '../vault/BackupReminder';

/** The views to which the view that adds an account leads. */
export interface AddViews {
  readonly showScan: () => void;
  readonly showAccounts: () => void;
  /** Returns what was pasted on the accounts and led to this view, once. */
  readonly takePasted: () => Transferred | null;
}

/** The services of the popup. The entrypoint builds them. */
export interface PopupServices {
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  readonly site: SiteStore;
  /** Methods besides the passphrase to open a locked vault. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** Copies a text. Clears the clipboard later if the preferences say so. */
  readonly copy: (text: string) => Promise<void>;
  /** Returns the focus to the page if the popup covers it. */
  readonly leave: () => void;
  /** The message about a failed shortcut or menu item, for which the popup opened, or null. */
  readonly notice: ReadonlySignal<string | null>;
  /**
   * Whether the popup is shown in a window or side panel beside the page. The active page is then accessible only
   * after a click on the toolbar button.
   */
  readonly beside?: boolean;
  /** Opens the accounts in a window. Absent in that window itself. */
  readonly openWindow?: (() => void) | undefined;
  /** Opens the side panel. Absent if the browser has no side panel. */
  readonly openSidePanel?: (() => void) | undefined;
  /**
   * Returns how far the clock of a site is ahead of this machine's, in milliseconds. Returns null if the site
   * sends no time.
   */
  readonly measureSiteClockOffset: (site: ActiveSite) => Promise<number | null>;
  /** Loads the tools for the dialogs of backup codes. */
  readonly backupCodes: () => Promise<BackupCodeTools>;
  /** Loads the reminder of a backup, after the codes are shown. */
  readonly backupReminder?: () => Promise<
    Omit<BackupReminderProps, 'onBackUp'> & { readonly syncNeedsPerson?: () => Promise<boolean> }
  >;
  /** Opens a path of the manage page, such as `#/add`. */
  readonly open: (place: `#/${string}`) => void;
  /** Loads the view that scans the active page. The view calls `showAccounts` when the scan is over. */
  readonly scan?: (showAccounts: () => void) => Promise<ComponentType>;
  /** Loads the view that adds an account by its key or an image. */
  readonly add?: (views: AddViews) => Promise<ComponentType>;
}

export const PopupContext = createContext<PopupServices | null>(null);

export function usePopup(): PopupServices {
  const parts = useContext(PopupContext);
  if (!parts) throw new Error('Drawn outside of the popup');
  return parts;
}
