import { stored } from './stored';

/**
 * Returns when the user snoozed the backup reminder, in milliseconds since the Unix epoch; null if the user never did.
 */
export const readBackupSnooze = (): Promise<number | null> => stored.backupSnooze.read();

/** Records that the user snoozed the backup reminder. */
export const snoozeBackupReminder = (now: number): Promise<void> => stored.backupSnooze.write(now);
