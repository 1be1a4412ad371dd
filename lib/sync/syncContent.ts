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
import { fromEntryState } from './fromState';
import { pairsOf, type ReplicaId, type Stamp } from './stamp';
import { isPurged, type EntryState, type SyncState } from './SyncState';
import { toOtpValue } from './toState';

/** The version that this code writes, and the newest that it reads. */
export const contentVersion = 1;

/** What a replica publishes. */
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

/** The text of each entry, so that it is serialized only once. */
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
