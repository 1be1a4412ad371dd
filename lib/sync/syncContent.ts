/**
 * # The content of a sync file
 *
 * JSON, with
 * - `v`: 1, and `since`: the oldest reader that understands it. A reader older than that changes nothing;
 * - `made`: the stamp of the writing, by the replica's own clock;
 * - `name`, `app`: the device ("Firefox on Linux") and the version of Tessera;
 * - `seen`: of each other replica, the newest file that is merged into this one;
 * - `unreadable`: of each other replica, the file that doesn't open, so that its writer writes another one;
 * - `entries`: by id. A purged entry is `{"purged": stamp, "seen": [[replica, moment], …]}`. Every other one has
 *   `issuer`, `account`, `otp` (`kind`, `secret` in base64url, `algorithm`, `digits`, `period`, `counter`, `pin`),
 *   `backupCodes` (`[code, milliseconds of its use or null]`), `tags`, `hosts`, `note`, `icon`, `pinned`,
 *   `position`, `createdAt`, `deletedAt` and `sync`, the stamps (`EntryStamps.ts`). What is missing is empty,
 *   false, null or 0; of `otp`, what a TOTP secret has in most cases (SHA1, 6 digits, 30 seconds).
 *
 * Objects are read by own keys only. What isn't valid is left out, entry by entry, and counted.
 */
import * as v from 'valibot';
import { fromBase64url } from '../crypto';
import { AppError } from '../errors';
import { fromEntryState } from './fromState';
import { otpValue, readStamps } from './readStamps';
import {
  isMoment,
  isReplicaId,
  isStamp,
  pairsOf,
  type Moment,
  type ReplicaId,
  type Stamp,
} from './stamp';
import { isPurged, type EntryState, type SyncState } from './SyncState';
import { toEntryState, toOtpValue } from './toState';

const version = 1;
const mostEntries = 100_000;
const mostReplicas = 64;

/** What a replica publishes. */
export interface SyncContent {
  readonly made: Stamp;
  readonly name: string;
  readonly app: string;
  readonly seen: ReadonlyMap<ReplicaId, number>;
  readonly unreadable: ReadonlyMap<ReplicaId, number>;
  readonly state: SyncState;
}

/** The content that was read, and the number of invalid entries in it. */
export interface ReadContent extends SyncContent {
  readonly invalid: number;
}

const plainOtp = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, pin: '', counter: 0 };
const plain = {
  backupCodes: [],
  tags: [],
  hosts: [],
  note: '',
  icon: '',
  pinned: false,
  deletedAt: null,
};

/** Returns what differs from the defaults. */
const lean = (values: object, defaults: object) => {
  const usual = new Map(
    Object.entries(defaults).map(([key, value]) => [key, JSON.stringify(value)]),
  );
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== usual.get(key)),
  );
};

export function entryToJson(id: string, entry: EntryState): object {
  if (isPurged(entry)) return { purged: entry.purged, seen: pairsOf(entry.seen) };
  const { otp, backupCodes, updatedAt: _, id: __, ...rest } = fromEntryState(id, entry);
  return {
    ...lean({ ...rest, backupCodes: backupCodes.map(({ code, usedAt }) => [code, usedAt]) }, plain),
    otp: lean({ ...toOtpValue(otp), counter: otp.counter }, plainOtp),
  };
}

/** Entries are cached by their content, so that each is serialized once. */
const texts = new WeakMap<EntryState, string>();

/** Serializes one entry: equal states give equal texts. */
export function textOf(id: string, entry: EntryState): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const made = JSON.stringify(entryToJson(id, entry));
  texts.set(entry, made);
  return made;
}

/** Serializes a content. */
export function writeContent(content: SyncContent): string {
  const { made, name, app, seen, unreadable, state } = content;
  const before = JSON.stringify({
    v: version,
    since: version,
    made,
    name,
    app,
    seen: Object.fromEntries(seen),
    ...(unreadable.size > 0 && { unreadable: Object.fromEntries(unreadable) }),
  });
  const entries = [...state].map(([id, entry]) => `${JSON.stringify(id)}:${textOf(id, entry)}`);
  return `${before.slice(0, -1)},"entries":{${entries.join(',')}}}`;
}

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = v.pipe(v.array(text(256)), v.maxLength(64));

const liveEntry = v.object({
  issuer: text(256),
  account: text(256),
  otp: v.pipe(
    v.object({ counter: v.optional(time, 0) }),
    v.transform(({ counter }) => counter),
  ),
  backupCodes: v.optional(
    v.pipe(v.array(v.strictTuple([text(1024), v.nullable(time)])), v.maxLength(1000)),
    [],
  ),
  tags: v.optional(words, []),
  hosts: v.optional(words, []),
  note: v.optional(text(12_000), ''),
  icon: v.optional(text(128), ''),
  pinned: v.optional(v.boolean(), false),
  position: v.pipe(v.number(), v.finite()),
  createdAt: time,
  deletedAt: v.optional(v.nullable(time), null),
  sync: v.custom((value) => readStamps(value) !== null),
});

const purgedEntry = v.object({
  purged: v.custom<Stamp>(isStamp),
  seen: v.pipe(
    v.array(v.strictTuple([v.custom<ReplicaId>(isReplicaId), v.custom<Moment>(isMoment)])),
    v.maxLength(1000),
  ),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the state of one entry, or null if it is invalid. */
function entryFromJson(id: string, json: unknown): EntryState | null {
  if (fromBase64url(id)?.length !== 16 || !isObject(json)) return null;
  if ('purged' in json) {
    const result = v.safeParse(purgedEntry, json);
    return result.success
      ? { purged: result.output.purged, seen: new Map(result.output.seen) }
      : null;
  }
  const result = v.safeParse(liveEntry, json);
  const otp = isObject(json['otp']) ? v.safeParse(otpValue, { ...plainOtp, ...json['otp'] }) : null;
  const secret = otp?.success ? fromBase64url(otp.output.secret) : null;
  if (!result.success || !otp?.success || !secret) return null;
  const { backupCodes, otp: counter, ...rest } = result.output;
  return toEntryState({
    ...rest,
    id,
    updatedAt: 0,
    otp: { ...otp.output, secret, counter },
    backupCodes: backupCodes.map(([code, usedAt]) => ({ code, usedAt })),
  });
}

const files = v.pipe(
  v.record(v.string(), time),
  v.transform((all) => new Map(Object.entries(all).filter(([replica]) => isReplicaId(replica)))),
  v.check((all) => all.size <= mostReplicas),
);

const envelope = v.object({
  since: time,
  made: v.custom<Stamp>(isStamp),
  name: text(256),
  app: text(64),
  seen: files,
  unreadable: v.optional(files, {}),
  entries: v.custom<Record<string, unknown>>(isObject),
});

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** Parses a content. Returns null if it isn't one. Throws `sync/too-new`. */
export function readContent(json: string): ReadContent | null {
  const result = v.safeParse(envelope, parsed(json));
  if (!result.success) return null;
  const { since, made, name, app, seen, unreadable, entries } = result.output;
  if (since > version) throw new AppError('sync/too-new');
  const ids = Object.keys(entries);
  if (ids.length > mostEntries) return null;
  const state = new Map<string, EntryState>();
  for (const id of ids) {
    const entry = entryFromJson(id, entries[id]);
    if (entry) state.set(id, entry);
  }
  return {
    made,
    name,
    app,
    seen,
    unreadable,
    state,
    invalid: ids.length - state.size,
  };
}
