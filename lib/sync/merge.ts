import {
  isPurged,
  type EntryState,
  type FieldValues,
  type LiveEntry,
  type Register,
  type Siblings,
  type SyncState,
} from './SyncState';
import { covers, type VersionVector } from './stamp';

/**
 * Returns the value with the greater JSON text. Decides between equal stamps, which entries without stamps have.
 * Any order would do, if every replica uses the same order.
 */
const greater = <T>(a: T, b: T): T => (JSON.stringify(a) >= JSON.stringify(b) ? a : b);

function laterOf<T>(a: Register<T>, b: Register<T>): Register<T> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return greater(a.value, b.value) === a.value ? a : b;
}

function mergeMaps<K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  pick: (a: V, b: V) => V,
): ReadonlyMap<K, V> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const merged = new Map(a);
  for (const [key, value] of b) {
    const own = merged.get(key);
    merged.set(key, own === undefined ? value : pick(own, value));
  }
  return merged;
}

const laterText = (a: string, b: string) => (a > b ? a : b);

/** Merges two version vectors. Takes the later moment of each replica. */
const mergeSeen = (a: VersionVector, b: VersionVector): VersionVector => mergeMaps(a, b, laterText);

/** Merges the concurrent writes of two states. Drops a write that the other state has seen and no longer has. */
function mergeSiblings<T>(
  a: Siblings<T>,
  b: Siblings<T>,
  seen: { readonly a: VersionVector; readonly b: VersionVector },
): Siblings<T> {
  const merged = new Map<string, T>();
  for (const [stamp, value] of a) {
    const other = b.get(stamp);
    if (other !== undefined) merged.set(stamp, greater(value, other));
    else if (!covers(seen.b, stamp)) merged.set(stamp, value);
  }
  for (const [stamp, value] of b)
    if (!a.has(stamp) && !covers(seen.a, stamp)) merged.set(stamp, value);
  return merged;
}

function mergeFields(a: LiveEntry['fields'], b: LiveEntry['fields']): LiveEntry['fields'] {
  const later = <K extends keyof FieldValues>(name: K) => laterOf<FieldValues[K]>(a[name], b[name]);
  return {
    issuer: later('issuer'),
    account: later('account'),
    note: later('note'),
    icon: later('icon'),
    pinned: later('pinned'),
    position: later('position'),
    deletedAt: later('deletedAt'),
  };
}

function mergeLive(a: LiveEntry, b: LiveEntry): LiveEntry {
  const seen = { a: a.seen, b: b.seen };
  return {
    createdAt: Math.min(a.createdAt, b.createdAt),
    fields: mergeFields(a.fields, b.fields),
    otp: mergeSiblings(a.otp, b.otp, seen),
    codes: mergeSiblings(a.codes, b.codes, seen),
    counters: mergeMaps(a.counters, b.counters, Math.max),
    used: mergeMaps(a.used, b.used, Math.min),
    tags: mergeMaps(a.tags, b.tags, laterOf),
    hosts: mergeMaps(a.hosts, b.hosts, laterOf),
    seen: mergeSeen(a.seen, b.seen),
  };
}

/** Merges two states of one entry. A purge wins over any edit. */
export function mergeEntry(a: EntryState, b: EntryState): EntryState {
  if (isPurged(a) && isPurged(b))
    return { purged: a.purged < b.purged ? a.purged : b.purged, seen: mergeSeen(a.seen, b.seen) };
  if (isPurged(a)) return a;
  return isPurged(b) ? b : mergeLive(a, b);
}

/**
 * Merges two states. Pure, commutative, associative and idempotent. Replicas that have merged the same writes
 * have the same state, whatever the order and number of merges.
 */
export const merge = (a: SyncState, b: SyncState): SyncState => mergeMaps(a, b, mergeEntry);
