import { sha256, toBase64url, lengthPrefixed } from '../crypto';
import { momentOf, replicaOf, type ReplicaId, type Stamp } from './stamp';
import { stampAfter, type Author } from './stampChange';
import { fromEntryState, stampsFromState } from './fromState';
import { textOf } from './syncContent';
import { mergeEntry } from './merge';
import type { SyncedEntry } from './SyncedEntry';
import { isPurged, winner, type LiveEntry, type OtpValue, type SyncState } from './SyncState';
import { toEntryState } from './toState';

/** A losing write, which is concurrent with the write in force. */
export interface Conflict {
  readonly part: 'otp' | 'codes';
  readonly stamp: Stamp;
  /** The replica that made the write. */
  readonly replica: ReplicaId;
}

const losers = (siblings: ReadonlyMap<Stamp, unknown>, part: Conflict['part']): Conflict[] => {
  const [chosen] = winner(siblings);
  return [...siblings.keys()]
    .filter((stamp) => stamp !== chosen)
    .toSorted()
    .map((stamp) => ({ part, stamp, replica: replicaOf(stamp) }));
};

const conflictsIn = ({ otp, codes }: LiveEntry) => [
  ...losers(otp, 'otp'),
  ...losers(codes, 'codes'),
];

/** Returns the losing writes of an entry, oldest first within each part. */
export const conflictsOf = (entry: SyncedEntry): readonly Conflict[] =>
  conflictsIn(toEntryState(entry));

const derivedId = (...fields: readonly string[]): string =>
  toBase64url(sha256(lengthPrefixed(['tessera-sync/1', ...fields])).subarray(0, 16));

/** Returns the id of the trash copy of a losing write. The id is the same on every replica. */
export const copyId = (id: string, { part, stamp }: Conflict): string =>
  derivedId('copy', id, part, stamp);

/**
 * Returns the id under which a purged entry is added again with its edits. The id is the same on every replica.
 */
const againId = (id: string, purged: Stamp): string => derivedId('again', id, purged);

/** Copies an entry's state with `changes`. Every part of the copy gets the stamp `at`. */
function asOneWrite(state: LiveEntry, at: Stamp, changes: Partial<LiveEntry>): LiveEntry {
  const live = { ...state, ...changes };
  const restamp = <T>({ value }: { readonly value: T }) => ({ at, value });
  const { issuer, account, note, icon, pinned, position, deletedAt } = live.fields;
  return {
    ...live,
    fields: {
      issuer: restamp(issuer),
      account: restamp(account),
      note: restamp(note),
      icon: restamp(icon),
      pinned: restamp(pinned),
      position: restamp(position),
      deletedAt: restamp(deletedAt),
    },
    otp: new Map([[at, winner(live.otp)[1]]]),
    codes: new Map([[at, winner(live.codes)[1]]]),
    tags: new Map(
      [...live.tags].filter(([, { value }]) => value).map(([name, one]) => [name, restamp(one)]),
    ),
    hosts: new Map(
      [...live.hosts].filter(([, { value }]) => value).map(([name, one]) => [name, restamp(one)]),
    ),
    seen: new Map([[replicaOf(at), momentOf(at)]]),
  };
}

/** Creates a copy of an entry with the losing write of a conflict. The copy is in the trash. */
function copyOf(
  state: LiveEntry,
  { part, stamp, replica }: Conflict,
  { now, nameOf }: Naming,
): LiveEntry {
  const kept =
    part === 'otp'
      ? { otp: new Map([[stamp, state.otp.get(stamp) ?? winner(state.otp)[1]]]) }
      : { codes: new Map([[stamp, state.codes.get(stamp) ?? winner(state.codes)[1]]]) };
  return asOneWrite(state, stamp, {
    ...kept,
    fields: {
      ...state.fields,
      issuer: { at: stamp, value: nameOf(state.fields.issuer.value, replica) },
      deletedAt: { at: stamp, value: now },
    },
  });
}

export interface Naming {
  /** The current time, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** Returns the issuer of a version that `replica` wrote, such as "GitHub (other version, from Laptop)". */
  readonly nameOf: (issuer: string, replica: ReplicaId) => string;
}

/** Adds a trash copy for every losing write that has no trash copy yet. */
export function withCopies(state: SyncState, naming: Naming): SyncState {
  const copies = new Map<string, LiveEntry>();
  for (const [id, entry] of state) {
    if (isPurged(entry)) continue;
    for (const conflict of conflictsIn(entry)) {
      const copy = copyId(id, conflict);
      if (!state.has(copy)) copies.set(copy, copyOf(entry, conflict, naming));
    }
  }
  return copies.size === 0 ? state : new Map([...state, ...copies]);
}

/** Whether an entry has writes that its purge hadn't seen. */
const isUnseen = (entry: LiveEntry, seen: LiveEntry['seen']) =>
  [...entry.seen].some(([replica, moment]) => moment > (seen.get(replica) ?? ''));

/**
 * Returns the id under which an entry's edits survive. Each purge that hadn't seen the edits leads to a new id.
 */
function idAgain(id: string, entry: LiveEntry, state: SyncState): string {
  const now = state.get(id);
  return now && isPurged(now) && isUnseen(entry, now.seen)
    ? idAgain(againId(id, now.purged), entry, state)
    : id;
}

/**
 * Adds entries back that one replica purged while another replica edited them. `states` are the states that were
 * merged. Each entry gets a new id, which is the same on every replica.
 */
export function withEditedAgain(
  merged: SyncState,
  states: readonly SyncState[],
): { readonly state: SyncState; readonly again: readonly string[] } {
  const state = new Map(merged);
  const again = new Set<string>();
  let isPure = true;
  for (const [id, entry] of states.flatMap((one) => [...one])) {
    if (isPurged(entry) || entry.fields.deletedAt.value !== null) continue;
    const other = idAgain(id, entry, state);
    if (other === id) continue;
    const now = state.get(other);
    if (!now) again.add(other);
    const next = now ? mergeEntry(now, entry) : entry;
    if (now && textOf(other, now) === textOf(other, next)) continue;
    state.set(other, next);
    isPure = false;
  }
  return { state: isPure ? merged : state, again: [...again] };
}

/**
 * Resolves the conflict in one part of an entry. `chosen` is the write to keep, or null to keep the write in
 * force.
 */
export function resolveConflict(
  entry: SyncedEntry,
  part: Conflict['part'],
  chosen: Stamp | null,
  author: Author,
): SyncedEntry {
  const state = toEntryState(entry);
  const at = stampAfter(state.seen, author);
  const pick = <T>(siblings: ReadonlyMap<Stamp, T>): ReadonlyMap<Stamp, T> =>
    new Map([[at, siblings.get(chosen ?? '') ?? winner(siblings)[1]]]);
  const next: LiveEntry = {
    ...state,
    ...(part === 'otp' ? { otp: pick<OtpValue>(state.otp) } : { codes: pick(state.codes) }),
    seen: new Map([...state.seen, [author.replica, momentOf(at)]]),
  };
  return { ...fromEntryState(entry.id, next), sync: stampsFromState(next) };
}

/** One of the concurrent writes of a part. */
export interface Version extends Conflict {
  readonly inForce: boolean;
}

const versions = (siblings: ReadonlyMap<Stamp, unknown>, part: Conflict['part']): Version[] => {
  const [stamp] = winner(siblings);
  return [
    { part, stamp, replica: replicaOf(stamp), inForce: true },
    ...losers(siblings, part).map((one): Version => Object.assign(one, { inForce: false })),
  ];
};

/** Returns the concurrent writes of each part that is in conflict, starting with the write in force. */
export function versionsOf(entry: SyncedEntry): readonly (readonly Version[])[] {
  const { otp, codes } = toEntryState(entry);
  return [versions(otp, 'otp'), versions(codes, 'codes')].filter((all) => all.length > 1);
}
