import type { BackupSettings, BackupStatus } from '../../vault';

/** What a reminder says: that there is no backup, or how many changes the newest backup lacks. */
export type BackupReminder =
  { readonly kind: 'never' } | { readonly kind: 'behind'; readonly changes: number };

export interface BackupReminderFacts {
  /** Number of accounts in the vault. */
  readonly accounts: number;
  readonly status: BackupStatus;
  readonly target: BackupSettings['target'];
  /** When the snooze of reminders ends, in milliseconds since the Unix epoch; 0 if reminders aren't snoozed. */
  readonly snoozedUntil: number;
  /** The current time in milliseconds since the Unix epoch. */
  readonly now: number;
}

/** Minimum number of accounts for a reminder. Fewer accounts are quickly set up again. */
const fewestAccounts = 3;

/** Minimum number of changes since the newest backup for a reminder. */
const manyChanges = 5;

/**
 * Returns the reminder to show, or null if none is needed. None is needed if backups run automatically, the
 * reminder is snoozed, the vault has few accounts or the backup is recent enough.
 */
export function backupReminder(facts: BackupReminderFacts): BackupReminder | null {
  const { accounts, status, target, snoozedUntil, now } = facts;
  if (target !== 'off' || now < snoozedUntil || accounts < fewestAccounts) return null;
  if (status.changesSince === 0) return null;
  if (status.newestAt === null) return { kind: 'never' };
  return status.changesSince >= manyChanges
    ? { kind: 'behind', changes: status.changesSince }
    : null;
}
