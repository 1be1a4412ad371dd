import type { BackupSettings, BackupStatus } from '../../vault';

/** What a reminder says: that there is no backup at all, or how many changes the newest one lacks. */
export type BackupReminder =
  { readonly kind: 'never' } | { readonly kind: 'behind'; readonly changes: number };

export interface BackupReminderFacts {
  /** How many accounts the vault has. */
  readonly accounts: number;
  readonly status: BackupStatus;
  readonly target: BackupSettings['target'];
  /** Until when the user wants no reminder, in milliseconds since the Unix epoch; 0 for never asked. */
  readonly snoozedUntil: number;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** Fewer accounts are set up again in less time than a backup takes to explain. */
const fewestAccounts = 3;

/** So many changes without a backup are worth a word. */
const manyChanges = 5;

/** Returns what to remind of, or null: not where backups run automatically, nor while it is snoozed. */
export function backupReminder(facts: BackupReminderFacts): BackupReminder | null {
  const { accounts, status, target, snoozedUntil, now } = facts;
  if (target !== 'off' || now < snoozedUntil || accounts < fewestAccounts) return null;
  if (status.changesSince === 0) return null;
  if (status.newestAt === null) return { kind: 'never' };
  return status.changesSince >= manyChanges
    ? { kind: 'behind', changes: status.changesSince }
    : null;
}
