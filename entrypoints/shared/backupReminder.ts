import { backupReminder } from '../../lib/authenticator/accounts';
import { readBackupSnooze, snoozeBackupReminder, syncStored } from '../../lib/authenticator/state';
import { systemClock } from '../../lib/clock';
import { browserTargets } from '../../lib/platform/vault';
import type { Authenticator } from './authenticator';
import { followSync } from './followSync';

/** What the reminder must know of the page that shows it. */
export interface ReminderPage {
  /** Whether this page saves due backups to the downloads itself. */
  readonly savesDownloads: boolean;
}

/** Returns what the backup reminder needs. The popup loads it after the codes are shown. */
export const backupReminderOf = (
  { vault }: Pick<Authenticator, 'vault'>,
  { savesDownloads }: ReminderPage,
) => ({
  look: async () => {
    if ((await vault.state()) !== 'unlocked') return null;
    const [entries, status, { target }, snoozedAt, sync] = await Promise.all([
      vault.list(),
      vault.backups.status(),
      vault.backups.settings(),
      readBackupSnooze(),
      syncStored.status.read(),
    ]);
    return backupReminder({
      accounts: entries.length,
      status,
      target,
      isReachable:
        target === 'folder' ? (await browserTargets().folder())?.allowed === true : savesDownloads,
      // The first round of a session writes the status, and only if sync is set up.
      isSynced: sync !== null,
      snoozedAt,
      now: systemClock(),
    });
  },
  /** Whether the user must decide or read something about sync. */
  syncNeedsPerson: async () => (await syncStored.status.read())?.needsPerson === true,
  automate: () => vault.backups.change({ target: 'downloads' }),
  snooze: () => snoozeBackupReminder(systemClock()),
  subscribe: (listener: () => void) => followSync({ vault }, listener),
});
