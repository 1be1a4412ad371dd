import { expect, test } from 'vitest';
import { offsetFrom } from '../../../lib/platform';

const noon = Date.parse('2026-03-01T12:00:00Z');

test.each([
  // A Date header is half a second behind on average, so that is added.
  ['a clock that is right', 'Sun, 01 Mar 2026 12:00:00 GMT', noon + 400, noon + 600, 0],
  ['a clock a minute slow', 'Sun, 01 Mar 2026 12:01:00 GMT', noon + 400, noon + 600, 60_000],
  ['a clock a minute fast', 'Sun, 01 Mar 2026 11:59:00 GMT', noon + 400, noon + 600, -60_000],
  ['a slow answer, read half way', 'Sun, 01 Mar 2026 12:00:00 GMT', noon, noon + 4_000, -1_500],
  ['another time zone', 'Sun, 01 Mar 2026 13:00:00 +0100', noon + 500, noon + 500, 0],
])('%s', (_, date, asked, answered, offset) => {
  expect(offsetFrom(date, asked, answered)).toBe(offset);
});

test.each(['', 'yesterday', 'Sun, 99 Mar 2026 12:00:00 GMT'])(
  'a header "%s" gives no time',
  (date) => {
    expect(offsetFrom(date, noon, noon)).toBeNull();
  },
);
