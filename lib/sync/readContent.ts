import * as v from 'valibot';
import { fromBase64url } from '../crypto';
import { AppError } from '../errors';
import { isFields } from './isFields';
import { parseJson } from './parseJson';
import { otpValue, readStamps } from './readStamps';
import { isMoment, isReplicaId, isStamp, type Moment, type ReplicaId, type Stamp } from './stamp';
import { contentVersion, plainOtp, type SyncContent } from './syncContent';
import type { EntryState } from './SyncState';
import { toEntryState } from './toState';

const mostEntries = 100_000;
const mostReplicas = 64;

/** The content of a sync file, and the number of its invalid entries, which were left out. */
export interface ReadContent extends SyncContent {
  readonly invalid: number;
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

/** Returns the state of one entry, or null if the entry is invalid. */
function entryFromJson(id: string, json: unknown): EntryState | null {
  if (fromBase64url(id)?.length !== 16 || !isFields(json)) return null;
  if ('purged' in json) {
    const result = v.safeParse(purgedEntry, json);
    return result.success
      ? { purged: result.output.purged, seen: new Map(result.output.seen) }
      : null;
  }
  const result = v.safeParse(liveEntry, json);
  const otp = isFields(json['otp']) ? v.safeParse(otpValue, { ...plainOtp, ...json['otp'] }) : null;
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
  entries: v.custom<Readonly<Record<string, unknown>>>(isFields),
});

/**
 * Parses the content of a sync file. Returns null for any other text. Throws `sync/too-new` if only a newer
 * version can read the content.
 */
export function readContent(json: string): ReadContent | null {
  const result = v.safeParse(envelope, parseJson(json));
  if (!result.success) return null;
  const { since, made, name, app, seen, unreadable, entries } = result.output;
  if (since > contentVersion) throw new AppError('sync/too-new');
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
