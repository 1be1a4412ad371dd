import type { BackupSettings, BackupStatus } from '../../vault';

/** The content of a reminder: there is no backup at all, or how many changes the newest one lacks. */
export type BackupReminder =
  { readonly kind: 'never' } | { readonly kind: 'behind'; readonly changes: number };

export interface BackupReminderFacts {
  /** How many accounts the vault has. */
  readonly accounts: number;
  readonly status: BackupStatus;
  readonly target: BackupSettings['target'];
  /** Until when the user wants no reminder, in milliseconds since the Unix epoch; 0 by default. */
  readonly snoozedUntil: number;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** Setting up fewer accounts again takes less time than explaining a backup. */
const fewestAccounts = 3;

/** The number of changes without a backup that justifies a reminder. */
const manyChanges = 5;

/** Returns the reminder to show, or null if backups run automatically or the reminder is snoozed. */
export function backupReminder(facts: BackupReminderFacts): BackupReminder | null {
  const { accounts, status, target, snoozedUntil, now } = facts;
  if (target !== 'off' || now < snoozedUntil || accounts < fewestAccounts) return null;
  if (status.changesSince === 0) return null;
  if (status.newestAt === null) return { kind: 'never' };
  return status.changesSince >= manyChanges
    ? { kind: 'behind', changes: status.changesSince }
    : null;
}
