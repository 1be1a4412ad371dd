import { withCopies, withEditedAgain, type Naming } from './conflicts';
import { textOf } from './syncContent';
import { fromEntryState } from './fromState';
import { merge } from './merge';
import { pairsOf, stampAt, timeOf, zeroReplica } from './stamp';
import { stampChange, type Author } from './stampChange';
import type { SyncedEntry } from './SyncedEntry';
import type { Tombstone } from './SyncMemory';
import { isPurged, type PurgedEntry, type SyncState } from './SyncState';
import { toState } from './toState';

const day = 86_400_000;

/**
 * How long a purge is remembered, in milliseconds. After a longer absence, a replica asks the user what to keep.
 */
export const tombstoneLife = 180 * day;

/** Converts stored tombstones to a state of purged entries. */
export const fromTombstones = (purged: readonly Tombstone[]): SyncState =>
  new Map(
    purged.map(([id, at, seen]): [string, PurgedEntry] => [
      id,
      { purged: at, seen: new Map(seen) },
    ]),
  );

/** Converts the purged entries of a state to tombstones. */
export const toTombstones = (state: SyncState): readonly Tombstone[] =>
  [...state].flatMap(([id, entry]): Tombstone[] =>
    isPurged(entry) ? [[id, entry.purged, pairsOf(entry.seen)]] : [],
  );

const withoutExpired = (state: SyncState, now: number): SyncState => {
  const oldest = stampAt(now - tombstoneLife, zeroReplica);
  const expired = [...state].filter(([, entry]) => isPurged(entry) && entry.purged < oldest);
  if (expired.length === 0) return state;
  const kept = new Map(state);
  for (const [id] of expired) kept.delete(id);
  return kept;
};

/** The effect of merging other states into a vault. */
export interface Settled {
  readonly state: SyncState;
  /** The vault's own state before the merge. */
  readonly own: SyncState;
  /**
   * Whether `state` is the merged state alone, without new trash copies and without entries that were added
   * again.
   */
  readonly isPure: boolean;
  readonly put: readonly SyncedEntry[];
  readonly drop: readonly string[];
  /** Ids of entries that another replica had purged and that were added again. */
  readonly again: readonly string[];
  /** Ids of new trash copies of losing writes. */
  readonly copies: readonly string[];
}

/**
 * Replaces each merged entry that equals the vault's own by the same object, so that `===` shows which entries
 * changed.
 */
const withKnown = (merged: SyncState, own: SyncState): SyncState =>
  new Map(
    [...merged].map(([id, entry]) => {
      const before = own.get(id);
      const isSame = before && before !== entry && textOf(id, before) === textOf(id, entry);
      return [id, isSame ? before : entry] as const;
    }),
  );

/** Merges other states into the vault's own state. */
export function settle(
  entries: readonly SyncedEntry[],
  purged: readonly Tombstone[],
  others: readonly SyncState[],
  naming: Naming,
): Settled {
  const own = withoutExpired(toState(entries, fromTombstones(purged)), naming.now);
  const alive = others.map((state) => withoutExpired(state, naming.now));
  const merged = withKnown(alive.reduce(merge, own), own);
  const { state: withAgain, again } = withEditedAgain(merged, [own, ...alive]);
  const state = withCopies(withAgain, naming);
  const put: SyncedEntry[] = [];
  const drop: string[] = [];
  for (const [id, entry] of state) {
    const before = own.get(id);
    if (before === entry) continue;
    if (isPurged(entry)) {
      if (before && !isPurged(before)) drop.push(id);
    } else put.push(fromEntryState(id, entry));
  }
  const copies = [...state.keys()].filter((id) => !withAgain.has(id));
  return { state, own, isPure: state === merged, put, drop, again, copies };
}

/** Adds tombstones of entries that are about to be deleted permanently. */
export function withPurged(
  purged: readonly Tombstone[],
  entries: readonly SyncedEntry[],
  { now, replica }: Author,
): readonly Tombstone[] {
  const state = toState(entries);
  const added = [...state].flatMap(([id, entry]): Tombstone[] => {
    if (isPurged(entry)) return [];
    const after = [...entry.seen.values()].map((moment) => timeOf(moment));
    return [[id, stampAt(Math.max(now, ...after), replica), pairsOf(entry.seen)]];
  });
  return [...purged, ...added];
}

/**
 * Returns the entries that the user doesn't keep, moved to the trash. `strangers` are the entries that only this
 * vault has.
 */
export const withoutStrangers = (
  strangers: readonly SyncedEntry[],
  keep: ReadonlySet<string>,
  author: Author,
): readonly SyncedEntry[] =>
  strangers
    .filter(({ id }) => !keep.has(id))
    .map((entry) => stampChange(entry, { ...entry, deletedAt: author.now }, author));
