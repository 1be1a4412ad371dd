import { stored } from './stored';

/** How long "Not now" hides the backup reminder, in milliseconds (two weeks). */
const snoozeTime = 14 * 24 * 3_600_000;

/**
 * Returns when the snooze of the backup reminder ends, in milliseconds since the Unix epoch; 0 if the reminder
 * isn't snoozed.
 */
export const readBackupSnooze = async (): Promise<number> =>
  (await stored.backupSnooze.read()) ?? 0;

/** Hides the backup reminder for two weeks from `now`. */
export const snoozeBackupReminder = (now: number): Promise<void> =>
  stored.backupSnooze.write(now + snoozeTime);
