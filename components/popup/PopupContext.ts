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

/** All that the popup is made of; its entrypoint builds it. */
export interface PopupServices {
  readonly vaultStore: VaultStore;
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly preferences: PreferencesStore;
  readonly site: SiteStore;
  /** What opens a locked vault beside the passphrase. */
  readonly unlockMethods?: GateProps['unlockMethods'];
  /** Copies, and clears the clipboard later if the preferences say so. */
  readonly copy: (text: string) => Promise<void>;
  /** Gives the page its focus back, where the popup would lie over it. */
  readonly leave: () => void;
  /** What went wrong at a key or a menu of the page, for which the popup opened; null for nothing. */
  readonly notice: ReadonlySignal<string | null>;
  /** Not over a page but beside it, where a page is seen only after a click on the toolbar's button. */
  readonly beside?: boolean;
  /** Absent in that window itself. */
  readonly openWindow?: (() => void) | undefined;
  /** Absent where the browser has no side panel. */
  readonly openSidePanel?: (() => void) | undefined;
  /** How far the clock of a site is ahead of this machine's, in milliseconds; null where it tells no time. */
  readonly measureSiteClockOffset: (site: ActiveSite) => Promise<number | null>;
  /** What the dialogs of backup codes need, fetched when one opens. */
  readonly backupCodes: () => Promise<BackupCodeTools>;
  /** Reminds of a backup by the state of things, once the codes are there. */
  readonly backupReminder?: () => Promise<Omit<BackupReminderProps, 'onBackUp'>>;
  /** Opens a place of the authenticator's own page, such as `#/add`. */
  readonly open: (place: `#/${string}`) => void;
  /** Brings the view that scans the open page; it calls `showAccounts` when it is done. */
  readonly scan?: (showAccounts: () => void) => Promise<ComponentType>;
}

export const PopupContext = createContext<PopupServices | null>(null);

export function usePopup(): PopupServices {
  const parts = useContext(PopupContext);
  if (!parts) throw new Error('Drawn outside of the popup');
  return parts;
}
