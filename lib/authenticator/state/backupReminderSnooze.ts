import { stored } from './stored';

/** How long "Not now" silences the reminder, in milliseconds: two weeks. */
const snoozeTime = 14 * 24 * 3_600_000;

/** Until when the user wants no reminder of a backup, in milliseconds since the Unix epoch; 0 by default. */
export const readBackupSnooze = async (): Promise<number> =>
  (await stored.backupSnooze.read()) ?? 0;

/** Silences the reminder of a backup for two weeks from `now`. */
export const snoozeBackupReminder = (now: number): Promise<void> =>
  stored.backupSnooze.write(now + snoozeTime);
