import { nextStamp, latest, momentOf, type ReplicaId, type Stamp } from './stamp';
import { stampsFromState } from './fromState';
import type { SyncedEntry } from './SyncedEntry';
import { fieldNames, winner, type FieldValues, type LiveEntry, type Register } from './SyncState';
import { fingerprint, toEntryState, toOtpValue } from './toState';

/** The author and time of a write. */
export interface Author {
  readonly replica: ReplicaId;
  /** The time of the write, in milliseconds since the Unix epoch. */
  readonly now: number;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function changedElements(
  before: ReadonlyMap<string, Register<boolean>>,
  after: readonly string[],
  at: Stamp,
): ReadonlyMap<string, Register<boolean>> {
  const next = new Map(before);
  for (const name of after) if (!next.get(name)?.value) next.set(name, { at, value: true });
  for (const [name, { value }] of before)
    if (value && !after.includes(name)) next.set(name, { at, value: false });
  return next;
}

/** Returns the first stamp of this author that is after everything that an entry has seen. */
export const stampAfter = (seen: LiveEntry['seen'], { now, replica }: Author): Stamp =>
  nextStamp(now, replica, latest(seen.values()).padEnd(13, '0'));

/** Applies an edit to a state. Every part that differs from `before` gets the stamp `at`. */
function edited(before: LiveEntry, after: SyncedEntry, at: Stamp): LiveEntry {
  const register = <K extends keyof FieldValues>(name: K): Register<FieldValues[K]> =>
    before.fields[name].value === after[name] ? before.fields[name] : { at, value: after[name] };
  const otp = toOtpValue(after.otp);
  const codes = after.backupCodes.map(({ code }) => code);
  const counters = new Map(before.counters);
  if (otp.kind === 'hotp') {
    const name = fingerprint(otp.secret);
    counters.set(name, Math.max(after.otp.counter, counters.get(name) ?? 0));
  }
  const used = new Map(before.used);
  for (const { code, usedAt } of after.backupCodes)
    if (usedAt !== null) used.set(code, Math.min(usedAt, used.get(code) ?? usedAt));
  const next = {
    ...before,
    fields: {
      issuer: register('issuer'),
      account: register('account'),
      note: register('note'),
      icon: register('icon'),
      pinned: register('pinned'),
      position: register('position'),
      deletedAt: register('deletedAt'),
    },
    otp: same(winner(before.otp)[1], otp) ? before.otp : new Map([[at, otp]]),
    codes: same(winner(before.codes)[1], codes) ? before.codes : new Map([[at, codes]]),
    counters,
    used,
    tags: changedElements(before.tags, after.tags, at),
    hosts: changedElements(before.hosts, after.hosts, at),
  };
  const written =
    fieldNames.some((name) => next.fields[name] !== before.fields[name]) ||
    next.otp !== before.otp ||
    next.codes !== before.codes ||
    [...next.tags.values(), ...next.hosts.values()].some((one) => one.at === at);
  return written ? { ...next, seen: withMoment(before.seen, at) } : next;
}

const withMoment = (seen: LiveEntry['seen'], at: Stamp) =>
  new Map([...seen, [at.slice(13), momentOf(at)] as const]);

/**
 * Stamps an entry that is about to be written. Every part that differs from `before` gets a new stamp. All other
 * parts keep their stamps. An entry whose stamps differ from those of `before` comes from a merge and is returned
 * unchanged.
 */
export function stampChange<E extends SyncedEntry>(before: E | null, after: E, author: Author): E {
  if (after.sync !== undefined && after.sync !== before?.sync) return after;
  if (before === null) {
    const at = stampAfter(new Map(), author);
    return { ...after, sync: { at } };
  }
  const state = toEntryState(before);
  const next = edited(state, after, stampAfter(state.seen, author));
  return { ...after, sync: stampsFromState(next) };
}
