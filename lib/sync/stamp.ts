/**
 * A reading of a hybrid logical clock (Kulkarni et al., 2014) as text of 29 characters: 9 base-36 digits of
 * milliseconds since the Unix epoch, 4 base-36 digits of a counter, and 16 hex digits of the replica. Stamps are
 * ordered by comparing their texts.
 */
export type Stamp = string;

/** The id of a replica: 8 random bytes in hex. */
export type ReplicaId = string;

/** The first 13 characters of a stamp: its time and counter. */
export type Moment = string;

/** The latest moment seen from each replica. */
export type VersionVector = ReadonlyMap<ReplicaId, Moment>;

const momentLength = 13;
const stampForm = /^[0-9a-z]{13}[0-9a-f]{16}$/;
const replicaForm = /^[0-9a-f]{16}$/;
const momentForm = /^[0-9a-z]{13}$/;
const countersPerMillisecond = 36 ** 4;
const latestTime = 36 ** 9 - 1;

/** The author of data without stamps, such as an entry of an older format or an old backup. */
export const zeroReplica: ReplicaId = '0'.repeat(16);

export const isStamp = (text: unknown): text is Stamp =>
  typeof text === 'string' && stampForm.test(text);
export const isReplicaId = (text: unknown): text is ReplicaId =>
  typeof text === 'string' && replicaForm.test(text);
export const isMoment = (text: unknown): text is Moment =>
  typeof text === 'string' && momentForm.test(text);

/** Returns the time and counter of a stamp. */
export const momentOf = (stamp: Stamp): Moment => stamp.slice(0, momentLength);
export const replicaOf = (stamp: Stamp): ReplicaId => stamp.slice(momentLength);

/** Returns the time of a stamp or moment, in milliseconds since the Unix epoch. */
export const timeOf = (stamp: Moment): number => Number.parseInt(stamp.slice(0, 9), 36);

const base36 = (value: number, digits: number) => value.toString(36).padStart(digits, '0');

/** Returns the stamp of a time in milliseconds. Clamps times that nine digits can't represent. */
export function stampAt(time: number, replica: ReplicaId, counter = 0): Stamp {
  const whole = Number.isFinite(time) ? Math.trunc(time) : 0;
  return base36(Math.min(Math.max(whole, 0), latestTime), 9) + base36(counter, 4) + replica;
}

/**
 * Returns the first stamp of `replica` that isn't before `now` (in milliseconds) and is after the moment `seen`.
 */
export function nextStamp(now: number, replica: ReplicaId, seen: Moment): Stamp {
  const own = stampAt(now, replica);
  if (momentOf(own) > momentOf(seen)) return own;
  const counter = Number.parseInt(seen.slice(9, momentLength), 36) + 1;
  return counter < countersPerMillisecond
    ? stampAt(timeOf(seen), replica, counter)
    : stampAt(timeOf(seen) + 1, replica);
}

/** Whether a replica that has seen `vector` has seen this stamp. */
export const covers = (vector: VersionVector, stamp: Stamp): boolean =>
  (vector.get(replicaOf(stamp)) ?? '') >= momentOf(stamp);

/**
 * Returns the greatest of several texts, or an empty text if there are none. The greatest of several moments is
 * the latest.
 */
export const latest = (texts: Iterable<string>): string => {
  let found = '';
  for (const text of texts) if (text > found) found = text;
  return found;
};

/** Returns the pairs of a version vector, sorted by replica, so that equal vectors give equal bytes. */
export const pairsOf = (seen: VersionVector): readonly (readonly [ReplicaId, Moment])[] =>
  [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1));
