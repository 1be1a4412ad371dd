import type { BackupSettings, BackupStatus } from '../../vault';

/**
 * What a reminder says: that there is no backup (`synced`: but copies on other devices or in their storage), or how
 * many changes the newest backup lacks. `overdue`: an automatic backup is due, but only the user can have it saved.
 */
export type BackupReminder =
  | { readonly kind: 'never' | 'synced' }
  | { readonly kind: 'behind'; readonly changes: number }
  | {
      readonly kind: 'overdue';
      readonly changes: number;
      readonly target: Exclude<BackupSettings['target'], 'off'>;
    };

export interface BackupReminderFacts {
  /** Number of accounts in the vault. */
  readonly accounts: number;
  readonly status: BackupStatus;
  readonly target: BackupSettings['target'];
  /** Whether a due backup is written to the target without the user, by this page or the background. */
  readonly isReachable: boolean;
  /** Whether sync is connected. */
  readonly isSynced: boolean;
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
 * Returns the reminder to show, or null if none is needed. None is needed if automatic backups are written, the
 * reminder is snoozed, the vault has few accounts or the backup is recent enough.
 */
export function backupReminder(facts: BackupReminderFacts): BackupReminder | null {
  const { accounts, status, target, isReachable, isSynced, snoozedUntil, now } = facts;
  const changes = status.changesSince;
  if (now < snoozedUntil) return null;
  if (target !== 'off')
    return status.due && !isReachable ? { kind: 'overdue', changes, target } : null;
  if (accounts < fewestAccounts || changes === 0) return null;
  if (status.newestAt === null) return { kind: isSynced ? 'synced' : 'never' };
  return changes >= manyChanges ? { kind: 'behind', changes } : null;
}
