import type { ReadonlySignal } from '@preact/signals';
import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { ActiveSite } from '../../lib/platform';
import type { BackupCodeTools } from './BackupCodeTools';
import type { AccountsStore } from '../stores/createAccountsStore';
import type { Codes } from '../stores/createCodes';
import type { PreferencesStore } from '../stores/createPreferencesStore';
import type { SiteStore } from '../stores/createSiteStore';
import type { VaultStore } from '../stores/createVaultStore';
import type { GateProps } from '../vault';
import type { BackupReminderProps } from '../vault/BackupReminder';

/** The dependencies of the popup. The entrypoint builds them. */
export interface PopupServices {
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  readonly site: SiteStore;
  /** Ways to open a locked vault other than the passphrase. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** Copies, and clears the clipboard later if the preferences require it. */
  readonly copy: (text: string) => Promise<void>;
  /** Gives the focus back to the page if the popup would cover it. */
  readonly leave: () => void;
  /** The notice of a shortcut or menu item that failed, for which the popup opened; null if there is none. */
  readonly notice: ReadonlySignal<string | null>;
  /**
   * Whether this is a window or side panel beside the page, where a page is accessible only after a click on
   * the toolbar button.
   */
  readonly beside?: boolean;
  /** Opens that window. Absent in the window itself. */
  readonly openWindow?: (() => void) | undefined;
  /** Opens the side panel. Absent if the browser has none. */
  readonly openSidePanel?: (() => void) | undefined;
  /**
   * Returns how far the clock of a site is ahead of this machine's, in milliseconds; null if the site sends
   * no time.
   */
  readonly measureSiteClockOffset: (site: ActiveSite) => Promise<number | null>;
  /** What the dialogs of backup codes need, loaded when one opens. */
  readonly backupCodes: () => Promise<BackupCodeTools>;
  /** Reminds of a backup if one is due, after the codes are shown. */
  readonly backupReminder?: () => Promise<
    Omit<BackupReminderProps, 'onBackUp'> & { readonly syncNeedsPerson?: () => Promise<boolean> }
  >;
  /** Opens a path of the authenticator's own page, such as `#/add`. */
  readonly open: (place: `#/${string}`) => void;
  /** Loads the view that scans the active page. It calls `showAccounts` when it is done. */
  readonly scan?: (showAccounts: () => void) => Promise<ComponentType>;
}

export const PopupContext = createContext<PopupServices | null>(null);

export function usePopup(): PopupServices {
  const parts = useContext(PopupContext);
  if (!parts) throw new Error('Drawn outside of the popup');
  return parts;
}
