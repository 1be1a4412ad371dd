import { fromBase64url } from '../crypto';
import type { EntryStamps } from './EntryStamps';
import { latest, timeOf, type Stamp } from './stamp';
import type { SyncedEntry } from './SyncedEntry';
import { fieldNames, winner, type LiveEntry, type Register, type Siblings } from './SyncState';
import { fingerprint, seenIn, stampsOf } from './toState';

const orUndefined = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length > 0 ? items : undefined;

const others = <T>(siblings: Siblings<T>, chosen: Stamp) =>
  orUndefined(
    [...siblings].filter(([stamp]) => stamp !== chosen).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

type Elements = ReadonlyMap<string, Register<boolean>>;

const sorted = (all: Elements) =>
  [...all].toSorted(([a, x], [b, y]) => (x.at + a < y.at + b ? -1 : 1));

/** Returns the elements that are present, in the order in which they were added. */
const present = (all: Elements) =>
  sorted(all).flatMap(([name, { value }]) => (value ? [name] : []));

const ownStamps = (all: Elements, at: Stamp) =>
  orUndefined(
    sorted(all).flatMap(([name, register]) =>
      register.value && register.at === at
        ? []
        : [[name, register.at, register.value ? 1 : 0] as const],
    ),
  );

const byKey = <T>(entries: Iterable<readonly [string, T]>) =>
  [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Drops undefined fields, so that equal states have equal JSON. */
const compact = (stamps: { [K in keyof EntryStamps]: EntryStamps[K] | undefined }): EntryStamps => {
  const kept = Object.entries(stamps).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was left out is optional
  return Object.fromEntries(kept) as unknown as EntryStamps;
};

/** Returns an entry's stamps, which the state contains but the entry's plain fields don't. */
export function stampsFromState(state: LiveEntry): EntryStamps {
  let at = state.fields.issuer.at;
  for (const stamp of stampsOf(state)) if (stamp < at) at = stamp;
  const [otpAt, otp] = winner(state.otp);
  const [codesAt, codes] = winner(state.codes);
  const own = fieldNames.filter((name) => state.fields[name].at !== at);
  const inForce = otp.kind === 'hotp' ? fingerprint(otp.secret) : '';
  const shown = seenIn(state);
  return compact({
    at,
    fields:
      own.length > 0
        ? Object.fromEntries(own.map((name) => [name, state.fields[name].at]))
        : undefined,
    otp: otpAt === at ? undefined : otpAt,
    otherOtps: others(state.otp, otpAt),
    codes: codesAt === at ? undefined : codesAt,
    otherCodes: others(state.codes, codesAt),
    counters: orUndefined(byKey(state.counters).filter(([name]) => name !== inForce)),
    used: orUndefined(byKey(state.used).filter(([code]) => !codes.includes(code))),
    tags: ownStamps(state.tags, at),
    hosts: ownStamps(state.hosts, at),
    seen: orUndefined(
      byKey(state.seen).filter(([replica, moment]) => moment > (shown.get(replica) ?? '')),
    ),
  });
}

/**
 * Converts a state to an entry. Reverses `toEntryState`: `toEntryState(fromEntryState(id, state))` equals
 * `state`.
 */
export function fromEntryState(id: string, state: LiveEntry): SyncedEntry {
  const { issuer, account, note, icon, pinned, position, deletedAt } = state.fields;
  const [, otp] = winner(state.otp);
  const [, codes] = winner(state.codes);
  const counter = otp.kind === 'hotp' ? (state.counters.get(fingerprint(otp.secret)) ?? 0) : 0;
  return {
    id,
    issuer: issuer.value,
    account: account.value,
    otp: { ...otp, secret: fromBase64url(otp.secret) ?? new Uint8Array(), counter },
    backupCodes: codes.map((code) => ({ code, usedAt: state.used.get(code) ?? null })),
    tags: present(state.tags),
    note: note.value,
    pinned: pinned.value,
    hosts: present(state.hosts),
    icon: icon.value,
    position: position.value,
    createdAt: state.createdAt,
    updatedAt: timeOf(latest(state.seen.values())),
    deletedAt: deletedAt.value,
    sync: stampsFromState(state),
  };
}
