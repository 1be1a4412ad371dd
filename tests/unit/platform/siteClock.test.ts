import { expect, test } from 'vitest';
import { offsetFrom } from '../../../lib/platform';

const noon = Date.parse('2026-03-01T12:00:00Z');

test.each([
  // A Date header is half a second behind on average, so the offset includes half a second.
  ['a clock that is right', 'Sun, 01 Mar 2026 12:00:00 GMT', noon + 400, noon + 600, 0],
  ['a clock a minute slow', 'Sun, 01 Mar 2026 12:01:00 GMT', noon + 400, noon + 600, 60_000],
  ['a clock a minute fast', 'Sun, 01 Mar 2026 11:59:00 GMT', noon + 400, noon + 600, -60_000],
  [
    'a clock that is right, from the middle of a slow request',
    'Sun, 01 Mar 2026 12:00:00 GMT',
    noon,
    noon + 4_000,
    -1_500,
  ],
  [
    'a clock that is right, from a header in another time zone',
    'Sun, 01 Mar 2026 13:00:00 +0100',
    noon + 500,
    noon + 500,
    0,
  ],
])('measures the offset of %s', (_, date, asked, answered, offset) => {
  expect(offsetFrom(date, asked, answered)).toBe(offset);
});

test.each(['', 'yesterday', 'Sun, 99 Mar 2026 12:00:00 GMT'])(
  'measures no offset from a Date header "%s"',
  (date) => {
    expect(offsetFrom(date, noon, noon)).toBeNull();
  },
);
