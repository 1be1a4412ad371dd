import { expect, test } from 'vitest';
import { backupReminder, type BackupReminderFacts } from '../../../lib/authenticator/accounts';

const facts = (changes: Partial<BackupReminderFacts> = {}): BackupReminderFacts => ({
  accounts: 3,
  status: { newestAt: null, changesSince: 3, due: false },
  target: 'off',
  snoozedUntil: 0,
  now: 1_700_000_000_000,
  ...changes,
});
const behind = (changesSince: number) => ({ newestAt: 1, changesSince, due: false });

test('suggests a first backup after the third account', () => {
  expect(backupReminder(facts({ accounts: 2 }))).toBeNull();
  expect(backupReminder(facts())).toEqual({ kind: 'never' });
});

test('suggests another backup after five changes since the last backup', () => {
  expect(backupReminder(facts({ status: behind(4) }))).toBeNull();
  expect(backupReminder(facts({ status: behind(5) }))).toEqual({ kind: 'behind', changes: 5 });
});

test.each(['downloads', 'folder'] as const)(
  'suggests no backup while automatic backups go to %s',
  (target) => {
    expect(backupReminder(facts({ target }))).toBeNull();
  },
);

test('suggests no backup until a snooze ends', () => {
  const now = 1_700_000_000_000;
  expect(backupReminder(facts({ snoozedUntil: now + 1 }))).toBeNull();
  expect(backupReminder(facts({ snoozedUntil: now }))).toEqual({ kind: 'never' });
});
