import { expect, test } from 'vitest';
import { ago, soon } from '../../../components/manage/sync/ago';
import { dateTime } from '../../../components/ui';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 27, 12);

test.each([
  [0, 'now'],
  [59 * second, 'now'],
  [minute, '1 minute ago'],
  [3 * minute + 59 * second, '3 minutes ago'],
  [hour, '1 hour ago'],
  [24 * hour - 1, '23 hours ago'],
])('a time %d ms ago is shown as "%s"', (passed, text) => {
  expect(ago(now - passed, now)).toBe(text);
});

test('a time a day ago, or in the future by a wrong clock, is shown with its date', () => {
  for (const time of [now - 24 * hour, now + hour]) expect(ago(time, now)).toBe(dateTime(time));
});

test.each([
  [-minute, 'now'],
  [0, 'now'],
  [1, 'in 1 minute'],
  [4 * minute + second, 'in 5 minutes'],
  [hour, 'in 60 minutes'],
  [hour + 1, 'in 2 hours'],
])('a time in %d ms is shown as "%s"', (left, text) => {
  expect(soon(now + left, now)).toBe(text);
});
