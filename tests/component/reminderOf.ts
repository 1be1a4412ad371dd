import { backupReminder } from '../../lib/authenticator/accounts';
import type { popupWorld } from '../support/popupWorld';

type World = Pick<Awaited<ReturnType<typeof popupWorld>>, 'vault'>;

/** Returns what the backup reminder needs, for a vault without sync. `isReachable` as in `BackupReminderFacts`. */
export const reminderOf = ({ vault }: World, isReachable: boolean) => ({
  look: async () =>
    backupReminder({
      accounts: (await vault.list()).length,
      status: await vault.backups.status(),
      target: (await vault.backups.settings()).target,
      isReachable,
      isSynced: false,
      snoozedAt: null,
      now: 1,
    }),
  automate: () => vault.backups.change({ target: 'downloads' }),
  snooze: () => Promise.resolve(),
  subscribe: (listener: () => void) => vault.subscribe(listener),
});
