/**
 * # The content of a sync file
 *
 * The content is JSON with these fields:
 * - `v`: 1, and `since`: the oldest reader that understands the content. An older reader rejects the content and
 *   changes nothing.
 * - `made`: the stamp of this write, by the replica's own clock.
 * - `name`, `app`: the device ("Firefox on Linux") and the version of Tessera.
 * - `seen`: for each other replica, the number of its newest file that is merged into this one.
 * - `unreadable`: for each other replica, the number of its file that doesn't open, so that the replica writes
 *   a new one.
 * - `entries`: by id. A purged entry is `{"purged": stamp, "seen": [[replica, moment], …]}`. Every other entry
 *   has `issuer`, `account`, `otp` (`kind`, `secret` in base64url, `algorithm`, `digits`, `period`, `counter`,
 *   `pin`), `backupCodes` (`[code, milliseconds of its use or null]`), `tags`, `hosts`, `note`, `icon`,
 *   `pinned`, `position`, `createdAt`, `deletedAt` and `sync`, the stamps (`EntryStamps.ts`). A missing field
 *   is empty, false, null or 0. A missing field of `otp` has the usual value for TOTP (SHA1, 6 digits, 30
 *   seconds).
 *
 * Only own keys of objects are read. Invalid entries are left out and counted.
 */
import { fromEntryState } from './fromState';
import { pairsOf, type ReplicaId, type Stamp } from './stamp';
import { isPurged, type EntryState, type SyncState } from './SyncState';
import { toOtpValue } from './toState';

/** The version of the content that this code writes, and the newest version that it reads. */
export const contentVersion = 1;

/** The content that a replica publishes. */
export interface SyncContent {
  readonly made: Stamp;
  readonly name: string;
  readonly app: string;
  readonly seen: ReadonlyMap<ReplicaId, number>;
  readonly unreadable: ReadonlyMap<ReplicaId, number>;
  readonly state: SyncState;
}

/** The parameters of most TOTP secrets, which files omit. */
export const plainOtp = {
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  pin: '',
  counter: 0,
};
const plain = {
  backupCodes: [],
  tags: [],
  hosts: [],
  note: '',
  icon: '',
  pinned: false,
  deletedAt: null,
};

/** Returns the fields of `values` that differ from the defaults. */
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

/** Caches the text of each entry, so that an unchanged entry is serialized only once. */
const texts = new WeakMap<EntryState, string>();

/** Serializes one entry. Equal states give equal texts. */
export function textOf(id: string, entry: EntryState): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const made = JSON.stringify(entryToJson(id, entry));
  texts.set(entry, made);
  return made;
}

/** Serializes the content of a sync file. */
export function writeContent(content: SyncContent): string {
  const { made, name, app, seen, unreadable, state } = content;
  const before = JSON.stringify({
    v: contentVersion,
    since: contentVersion,
    made,
    name,
    app,
    seen: Object.fromEntries(seen),
    ...(unreadable.size > 0 && { unreadable: Object.fromEntries(unreadable) }),
  });
  const entries = [...state].map(([id, entry]) => `${JSON.stringify(id)}:${textOf(id, entry)}`);
  return `${before.slice(0, -1)},"entries":{${entries.join(',')}}}`;
}
