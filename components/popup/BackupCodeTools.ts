import type { ActiveSite, ExtractedCode } from '../../lib/platform';
import type { EntryStore } from '../stores/createEntryStore';

/** What the dialogs of backup codes take from lib, given by the entrypoint. */
export interface BackupCodeTools {
  readonly open: (id: string) => EntryStore;
  /** The codes that the user marked on the page in front, or else those that show on it. */
  readonly grab: (site: ActiveSite) => Promise<readonly ExtractedCode[]>;
}
