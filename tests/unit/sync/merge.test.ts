import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEntryState } from '../../../lib/sync/fromState';
import { merge } from '../../../lib/sync/merge';
import { toEntryState } from '../../../lib/sync/toState';
import type { LiveEntry } from '../../../lib/sync/SyncState';
import { live, normal, state } from './arbitraries';

const numRuns = Number(process.env['SYNC_TRIPLES'] ?? 20_000);
const text = (value: unknown) => JSON.stringify(normal(value));

describe('merging sync states', () => {
  test('is commutative, associative and idempotent', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        const ab = merge(a, b);
        if (text(ab) !== text(merge(b, a))) return false;
        if (text(merge(ab, c)) !== text(merge(a, merge(b, c)))) return false;
        return text(merge(ab, ab)) === text(ab) && text(merge(ab, a)) === text(ab);
      }),
      { numRuns },
    );
  });

  test('never decreases a counter, and never makes a used code unused', () => {
    fc.assert(
      fc.property(live, live, (a, b) => {
        const one = merge(new Map([['id', a]]), new Map([['id', b]])).get('id') as LiveEntry;
        for (const before of [a, b]) {
          for (const [name, count] of before.counters)
            if ((one.counters.get(name) ?? 0) < count) return false;
          for (const [code, at] of before.used)
            if ((one.used.get(code) ?? Infinity) > at) return false;
        }
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  test('a purge wins over every edit', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const merged = merge(a, b);
        for (const side of [a, b])
          for (const [id, entry] of side)
            if ('purged' in entry && !('purged' in (merged.get(id) ?? {}))) return false;
        return true;
      }),
      { numRuns: 2000 },
    );
  });
});

describe("converting an entry's state", () => {
  test('to an entry and back gives the same state', () => {
    // Leaves out the counters: only HOTP secrets have them, and the entry stores the counter of the current
    // secret.
    const plain = live.map((one) => Object.assign(one, { counters: new Map<string, number>() }));
    fc.assert(
      fc.property(plain, (before) => {
        const entry = fromEntryState('id', before);
        const after = toEntryState(entry);
        const counters = new Map<string, number>();
        expect(normal({ ...after, counters })).toEqual(normal(before));
        // Records store JSON, so the sync data must survive a conversion to JSON.
        const sync = JSON.parse(JSON.stringify(entry.sync)) as unknown;
        expect(normal(toEntryState({ ...entry, sync }))).toEqual(normal(after));
      }),
      { numRuns: 2000 },
    );
  });
});
