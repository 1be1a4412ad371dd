import { entryToJson } from '../../lib/sync/syncContent';
import { toEntryState } from '../../lib/sync/toState';
import type { Entry, SharedVault } from '../../lib/vault';
import { fromBase64url, toBase64url } from '../../lib/crypto';

/**
 * The control, a naive sync in place of Tessera's. All devices share one file, which they write with a conditional
 * PUT. Of two versions of an entry, the later one replaces the other as a whole. An entry of the last round that
 * wasn't edited and is now missing on one side counts as deleted.
 */
interface Shared {
  readonly address: string;
  readonly authorization: string;
}

type Times = Readonly<Record<string, number>>;

const knownKey = 'shared-file-known';

const toText = (entries: readonly Entry[]) =>
  JSON.stringify(
    entries.map((entry) => ({
      ...entry,
      otp: { ...entry.otp, secret: toBase64url(entry.otp.secret) },
    })),
  );

function fromText(text: string): Entry[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the test double writes the file
  const all = JSON.parse(text) as (Omit<Entry, 'otp'> & {
    otp: Omit<Entry['otp'], 'secret'> & { secret: string };
  })[];
  return all.map(({ otp, ...entry }) =>
    Object.assign(entry, {
      otp: Object.assign(otp, { secret: fromBase64url(otp.secret) ?? new Uint8Array() }),
    }),
  );
}

const same = (a: Entry, b: Entry | undefined) =>
  b !== undefined &&
  JSON.stringify(entryToJson(a.id, toEntryState(a))) ===
    JSON.stringify(entryToJson(b.id, toEntryState(b)));

const timeOf = ({ updatedAt, deletedAt }: Entry) => Math.max(updatedAt, deletedAt ?? 0);

const timesOf = (entries: readonly Entry[]): Times =>
  Object.fromEntries(entries.map((entry) => [entry.id, timeOf(entry)]));

/** Merges whole entries. `known` has the time of each entry in the last round, by its id. */
function merged(own: readonly Entry[], theirs: readonly Entry[], known: Times): Entry[] {
  const byId = new Map(theirs.map((entry) => [entry.id, entry]));
  for (const entry of own) {
    const other = byId.get(entry.id);
    const isEdited = known[entry.id] !== timeOf(entry);
    if (other ? timeOf(entry) > timeOf(other) : isEdited) byId.set(entry.id, entry);
  }
  const ownIds = new Set(own.map(({ id }) => id));
  return [...byId.values()].filter(
    (entry) => ownIds.has(entry.id) || known[entry.id] !== timeOf(entry),
  );
}

/** Returns a function that runs one sync round, with up to five attempts. */
export function sharedFile({ replication }: SharedVault, { address, authorization }: Shared) {
  async function attempt(): Promise<boolean> {
    const read = await fetch(address, { headers: { authorization }, cache: 'no-store' });
    const theirs = read.ok ? fromText(await read.text()) : [];
    const etag = read.headers.get('etag');
    const known: Times = JSON.parse(localStorage.getItem(knownKey) ?? '{}');
    let all: Entry[] = [];
    await replication.exchange(({ entries, record }) => {
      all = merged(entries, theirs, known);
      const ids = new Set(all.map(({ id }) => id));
      const before = new Map(entries.map((entry) => [entry.id, entry]));
      return {
        put: all.filter((entry) => !same(entry, before.get(entry.id))),
        drop: entries.map(({ id }) => id).filter((id) => !ids.has(id)),
        record,
      };
    });
    const condition = read.ok ? etag && { 'if-match': etag } : { 'if-none-match': '*' };
    const headers = { authorization, ...condition };
    const written = await fetch(address, { method: 'PUT', headers, body: toText(all) });
    if (written.ok) localStorage.setItem(knownKey, JSON.stringify(timesOf(all)));
    return written.ok;
  }
  return async () => {
    for (let turn = 0; turn < 5; turn++) if (await attempt().catch(() => false)) return;
  };
}
