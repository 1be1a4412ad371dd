import { describe, expect, test } from 'vitest';
import { backupReminder, type BackupReminderFacts } from '../../../lib/authenticator/accounts';

const day = 24 * 3_600_000;
const now = 1_700_000_000_000;

const facts = (changes: Partial<BackupReminderFacts> = {}): BackupReminderFacts => ({
  accounts: 3,
  status: { newestAt: null, changesSince: 3, due: false },
  target: 'off',
  isReachable: false,
  isSynced: false,
  snoozedAt: null,
  now,
  ...changes,
});
const behind = (changesSince: number) => ({ newestAt: 1, changesSince, due: false });

test('suggests a first backup after the third account', () => {
  expect(backupReminder(facts({ accounts: 2 }))).toBeNull();
  expect(backupReminder(facts())).toEqual({ kind: 'never' });
});

test('suggests a first backup in other words if sync has copies of the accounts', () => {
  expect(backupReminder(facts({ isSynced: true }))).toEqual({ kind: 'synced' });
});

test('suggests another backup after five changes since the last backup', () => {
  expect(backupReminder(facts({ status: behind(4) }))).toBeNull();
  expect(backupReminder(facts({ status: behind(5) }))).toEqual({ kind: 'behind', changes: 5 });
});

describe.each(['downloads', 'folder'] as const)('while automatic backups go to %s', (target) => {
  const overdue = { newestAt: 1, changesSince: 2, due: true };

  test('reports a due backup that nobody can save, however few accounts and changes there are', () => {
    expect(backupReminder(facts({ target, accounts: 1, status: overdue }))).toEqual({
      kind: 'overdue',
      changes: 2,
      target,
    });
  });

  test('reports no due backup that is saved without the user', () => {
    expect(backupReminder(facts({ target, status: overdue, isReachable: true }))).toBeNull();
  });

  test('suggests no backup before one is due', () => {
    expect(backupReminder(facts({ target, status: behind(9) }))).toBeNull();
  });

  test('reports a due backup again three days after a snooze', () => {
    const snoozed = { target, status: overdue, snoozedAt: now };
    expect(backupReminder(facts(snoozed))).toBeNull();
    expect(backupReminder(facts({ ...snoozed, now: now + 3 * day - 1 }))).toBeNull();
    expect(backupReminder(facts({ ...snoozed, now: now + 3 * day }))).toMatchObject({
      kind: 'overdue',
    });
  });
});

test('suggests a backup again two weeks after a snooze', () => {
  expect(backupReminder(facts({ snoozedAt: now }))).toBeNull();
  expect(backupReminder(facts({ snoozedAt: now - 13.9 * day }))).toBeNull();
  expect(backupReminder(facts({ snoozedAt: now - 14 * day }))).toEqual({ kind: 'never' });
});

test('ignores a snooze far in the future, from a clock that was wrong', () => {
  expect(backupReminder(facts({ snoozedAt: now + 2 * day }))).toEqual({ kind: 'never' });
});

test('keeps a snooze when the clock is set back by less than a day', () => {
  expect(backupReminder(facts({ snoozedAt: now + 15_000 }))).toBeNull();
});
