import * as fc from 'fast-check';
import { stampAt, momentOf, type Stamp } from '../../../lib/sync/stamp';
import type { EntryState, LiveEntry, Register, SyncState } from '../../../lib/sync/SyncState';
import { seenIn } from '../../../lib/sync/toState';

const replicas = ['0', 'a', 'b', 'c'].map((digit) => digit.repeat(16));

/** Uses few times and few replicas, so that ties and overlaps are common. */
const stamp: fc.Arbitrary<Stamp> = fc
  .tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom(...replicas),
    fc.integer({ min: 0, max: 1 }),
  )
  .map(([time, replica, counter]) => stampAt(time, replica, counter));

const register = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Register<T>> =>
  fc.record({ at: stamp, value });

const word = fc.constantFrom('x', 'y', '__proto__', 'z');

const otp = fc.record({
  kind: fc.constantFrom('totp' as const, 'hotp' as const),
  secret: fc.constantFrom('AAAA', 'BBBB'),
  algorithm: fc.constant('SHA1' as const),
  digits: fc.constantFrom(6, 8),
  period: fc.constant(30),
  pin: fc.constant(''),
});

const mapOf = <V>(key: fc.Arbitrary<string>, value: fc.Arbitrary<V>, minLength = 0) =>
  fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, minLength, maxLength: 3 })
    .map((pairs) => new Map(pairs));

const seenBeyond = mapOf(
  fc.constantFrom(...replicas),
  stamp.map((one) => momentOf(one)),
);

const live: fc.Arbitrary<LiveEntry> = fc
  .tuple(
    fc.record({
      createdAt: fc.integer({ min: 0, max: 3 }),
      fields: fc.record({
        issuer: register(word),
        account: register(word),
        note: register(word),
        icon: register(word),
        pinned: register(fc.boolean()),
        position: register(fc.integer({ min: 0, max: 3 })),
        deletedAt: register(fc.constantFrom(null, 1, 2)),
      }),
      otp: mapOf(stamp, otp, 1),
      codes: mapOf(stamp, fc.array(word, { maxLength: 2 }), 1),
      counters: mapOf(fc.constantFrom('0'.repeat(16), '1'.repeat(16)), fc.nat(5)),
      used: mapOf(word, fc.nat(5)),
      tags: mapOf(word, register(fc.boolean())),
      hosts: mapOf(word, register(fc.boolean())),
    }),
    seenBeyond,
  )
  .map(([parts, beyond]) => {
    // A replica that stores a write has always seen it.
    const seen = seenIn(parts);
    for (const [replica, moment] of beyond)
      if (moment > (seen.get(replica) ?? '')) seen.set(replica, moment);
    return Object.assign(parts, { seen });
  });

const purged: fc.Arbitrary<EntryState> = fc.record({ purged: stamp, seen: seenBeyond });

/** States of up to three entries. The ids come from a set of three, so that states overlap. */
export const state: fc.Arbitrary<SyncState> = mapOf(
  fc.constantFrom('one', 'two', 'three'),
  fc.oneof({ weight: 6, arbitrary: live }, { weight: 1, arbitrary: purged }),
);

export { live };

/** Converts a value so that maps with equal entries compare equal, whatever the order of their keys. */
export const normal = (value: unknown): unknown => {
  if (value instanceof Map)
    return {
      map: [...value]
        .map(([key, item]) => [key as string, normal(item)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    };
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normal(item)]));
  return value;
};
