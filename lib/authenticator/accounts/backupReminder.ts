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
  /** When the user snoozed the reminder, in milliseconds since the Unix epoch; null if the user never did. */
  readonly snoozedAt: number | null;
  /** The current time in milliseconds since the Unix epoch. */
  readonly now: number;
}

const day = 24 * 3_600_000;

/**
 * How long "Not now" hides a reminder, in milliseconds. A suggestion may wait for two weeks. Overdue backups are
 * missing although the user turned them on, so that reminder returns after three days.
 */
const snoozeTime = { suggestion: 14 * day, overdue: 3 * day };

/** Minimum number of accounts for a reminder. Fewer accounts are quickly set up again. */
const fewestAccounts = 3;

/** Minimum number of changes since the newest backup for a reminder. */
const manyChanges = 5;

/**
 * Returns the reminder to show, or null if none is needed. None is needed if automatic backups are written, the
 * reminder is snoozed, the vault has few accounts or the backup is recent enough.
 */
export function backupReminder(facts: BackupReminderFacts): BackupReminder | null {
  const { accounts, status, target, isReachable, isSynced, snoozedAt, now } = facts;
  const changes = status.changesSince;
  // A snooze that is more than a day in the future is from a clock that was wrong. Clocks are often set back a little.
  const isSnoozed = (time: number) =>
    snoozedAt !== null && now >= snoozedAt - day && now < snoozedAt + time;
  if (target !== 'off')
    return status.due && !isReachable && !isSnoozed(snoozeTime.overdue)
      ? { kind: 'overdue', changes, target }
      : null;
  if (isSnoozed(snoozeTime.suggestion)) return null;
  if (accounts < fewestAccounts || changes === 0) return null;
  if (status.newestAt === null) return { kind: isSynced ? 'synced' : 'never' };
  return changes >= manyChanges ? { kind: 'behind', changes } : null;
}
