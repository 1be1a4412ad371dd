import { fromBase64url, sha256, toBase64url, toHex } from '../crypto';
import type { Otp } from '../otp';
import { readStamps } from './readStamps';
import { stampAt, zeroReplica, momentOf, replicaOf, type Moment, type Stamp } from './stamp';
import type { EntryStamps } from './EntryStamps';
import type { SyncedEntry } from './SyncedEntry';
import type { LiveEntry, OtpValue, Register, SyncState } from './SyncState';

/** Returns a secret's key in the tables of counters: the first 8 bytes of its SHA-256, in hex. */
export const fingerprint = (secret: string): string =>
  toHex(sha256(fromBase64url(secret) ?? new Uint8Array()).subarray(0, 8));

/** Returns the secret with its parameters in a fixed order of keys, so that equal values give equal JSON. */
export const toOtpValue = ({ kind, secret, algorithm, digits, period, pin }: Otp): OtpValue => ({
  kind,
  secret: toBase64url(secret),
  algorithm,
  digits,
  period,
  pin,
});

/** Returns every stamp of an entry's parts. */
export function* stampsOf(entry: Omit<LiveEntry, 'seen'>): Generator<Stamp> {
  for (const { at } of Object.values(entry.fields)) yield at;
  yield* entry.otp.keys();
  yield* entry.codes.keys();
  for (const { at } of entry.tags.values()) yield at;
  for (const { at } of entry.hosts.values()) yield at;
}

/** Returns the latest write of each replica that the parts of an entry include. */
export function seenIn(entry: Omit<LiveEntry, 'seen'>): Map<string, Moment> {
  const seen = new Map<string, Moment>();
  for (const stamp of stampsOf(entry)) {
    const replica = replicaOf(stamp);
    const moment = momentOf(stamp);
    if (moment > (seen.get(replica) ?? '')) seen.set(replica, moment);
  }
  return seen;
}

/**
 * Returns stamps for an entry that has none, with `zeroReplica` as their author. The stamps have the time when
 * the entry was last updated or moved to the trash, so that every later write has a newer stamp.
 */
function unstamped({ updatedAt, deletedAt }: SyncedEntry): EntryStamps {
  const at = stampAt(updatedAt, zeroReplica);
  const moved = stampAt(deletedAt ?? 0, zeroReplica);
  return moved > at ? { at, fields: { deletedAt: moved } } : { at };
}

function elements(
  present: readonly string[],
  at: Stamp,
  own: EntryStamps['tags'] = [],
): Map<string, Register<boolean>> {
  const all = new Map(present.map((name) => [name, { at, value: true }]));
  for (const [name, stamp, there] of own) all.set(name, { at: stamp, value: there === 1 });
  return all;
}

/** Builds the state of one entry from its plain fields and its stamps. */
export function toEntryState(entry: SyncedEntry): LiveEntry {
  const stamps = readStamps(entry.sync) ?? unstamped(entry);
  const { at, fields = {} } = stamps;
  const otp = toOtpValue(entry.otp);
  const codes = entry.backupCodes.map(({ code }) => code);
  const counters = new Map(stamps.counters);
  if (otp.kind === 'hotp') {
    const name = fingerprint(otp.secret);
    counters.set(name, Math.max(entry.otp.counter, counters.get(name) ?? 0));
  }
  const used = new Map(stamps.used);
  for (const { code, usedAt } of entry.backupCodes)
    if (usedAt !== null) used.set(code, Math.min(usedAt, used.get(code) ?? usedAt));
  const parts = {
    createdAt: entry.createdAt,
    fields: {
      issuer: { at: fields.issuer ?? at, value: entry.issuer },
      account: { at: fields.account ?? at, value: entry.account },
      note: { at: fields.note ?? at, value: entry.note },
      icon: { at: fields.icon ?? at, value: entry.icon },
      pinned: { at: fields.pinned ?? at, value: entry.pinned },
      position: { at: fields.position ?? at, value: entry.position },
      deletedAt: { at: fields.deletedAt ?? at, value: entry.deletedAt },
    },
    otp: new Map([...(stamps.otherOtps ?? []), [stamps.otp ?? at, otp] as const]),
    codes: new Map([...(stamps.otherCodes ?? []), [stamps.codes ?? at, codes] as const]),
    counters,
    used,
    tags: elements(entry.tags, at, stamps.tags),
    hosts: elements(entry.hosts, at, stamps.hosts),
  };
  const seen = seenIn(parts);
  for (const [replica, moment] of stamps.seen ?? [])
    if (moment > (seen.get(replica) ?? '')) seen.set(replica, moment);
  return { ...parts, seen };
}

/** Builds the state of a vault from its entries and its purged entries, which are stored apart. */
export const toState = (
  entries: readonly SyncedEntry[],
  purged: SyncState = new Map(),
): SyncState =>
  new Map([...purged, ...entries.map((entry) => [entry.id, toEntryState(entry)] as const)]);
