import type { ActiveSite, ExtractedCode } from '../../lib/platform';
import type { EntryStore } from '../stores/createEntryStore';

/** Functions from lib for the dialogs of backup codes. The entrypoint passes them. */
export interface BackupCodeTools {
  readonly open: (id: string) => EntryStore;
  /** Returns the backup codes in the user's selection on the active page, or else all visible codes. */
  readonly grab: (site: ActiveSite) => Promise<readonly ExtractedCode[]>;
}
