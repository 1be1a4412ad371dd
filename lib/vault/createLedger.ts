import { AppError } from '../errors';
import type { Session, Summaries, Unlocked } from './createSession';
import type { Entry, EntrySummary } from './Entry';
import { entryFromBytes, entryToBytes } from './format/entryBytes';
import { decodeHead, encodeHead, type StoredHead } from './format/Head';
import { deriveKeys, type EpochKeys } from './format/keys';
import { openRecord, recordHeader, sealRecord } from './format/record';
import { summaryOf } from './format/summaryOf';
import { onceDurable } from './onceDurable';
import type { Stores } from './storage/createStores';
import type { Change, Snapshot } from './storage/Store';
import type { VaultDeps } from './VaultDeps';
import { sorted, verifyStores } from './verifyStores';

/** What a change may read. All of it is synchronous: it runs inside a transaction. */
export interface Writing {
  /** The newest state of a wanted entry; throws `vault/no-entry` or `vault/tampered`. */
  readonly entry: (id: string) => Entry;
  /** The lists as they were before, trash included. */
  readonly list: readonly EntrySummary[];
}

/** What a change answers. */
export interface Written {
  readonly put: readonly Entry[];
  /** Ids of entries that go for good. */
  readonly drop?: readonly string[];
}

/** The entries as one book: read through the manifest, written by whole changes. Needs the key. */
export interface Ledger {
  /** Everything, trash included, by position. */
  summaries(): Promise<readonly EntrySummary[]>;
  /** Whole entries; throws `vault/no-entry` or `vault/tampered`. */
  entries(ids: readonly string[]): Promise<readonly Entry[]>;
  /** One atomic change of the wanted entries, or of any that `change` adds. */
  write(wanted: readonly string[], change: (now: Writing) => Written): Promise<void>;
  /** Verifies every record of both stores and heals what can be healed. */
  verify(): Promise<void>;
}

const keysOf = ({ key, vault, epoch }: Unlocked) => deriveKeys(key, vault, epoch);

/** One record, in the version that the manifest names. */
function readEntry(
  head: StoredHead,
  keys: EpochKeys,
  records: Snapshot['records'],
  id: string,
): Entry {
  const version = head.versions.get(id);
  if (version === undefined) throw new AppError('vault/no-entry');
  const bytes = records.get(id);
  const ours = bytes && recordHeader(bytes)?.version === version;
  const content = ours ? openRecord(keys, id, bytes) : null;
  const entry = content && entryFromBytes(id, content);
  if (!entry) throw new AppError('vault/tampered');
  return entry;
}

/** The next head, the sealed records, and the lists that go with them. */
function compose(
  { put, drop = [] }: Written,
  head: StoredHead,
  keys: EpochKeys,
  before: Summaries,
  deps: VaultDeps,
): { change: Change; after: Summaries } {
  const revision = head.revision + 1;
  const versions = new Map(head.versions);
  for (const { id } of put) versions.set(id, revision);
  for (const id of drop) versions.delete(id);
  const seal = (entry: Entry) =>
    sealRecord(keys, entry.id, revision, entryToBytes(entry), deps.random);
  const replaced = new Set([...drop, ...put.map(({ id }) => id)]);
  const kept = before.list.filter(({ id }) => !replaced.has(id));
  return {
    change: {
      head: encodeHead({ ...head, revision, versions }, keys),
      put: new Map(put.map((entry) => [entry.id, seal(entry)])),
      drop,
    },
    after: { ...before, revision, list: sorted([...kept, ...put.map(summaryOf)]) },
  };
}

export function createLedger(deps: VaultDeps, stores: Stores, session: Session): Ledger {
  const verified = () => verifyStores(deps, stores, session);
  const alone = <T>(work: () => Promise<T>) => deps.exclusive('vault', work);

  /** The head and some records, or null where the head is not what the vault's key made. */
  async function read(ids: readonly string[]) {
    const [unlocked, { head: text, records }] = await Promise.all([
      session.require(),
      stores.some(ids),
    ]);
    const keys = keysOf(unlocked);
    const head = decodeHead(text ?? '');
    return head?.authentic(keys) ? { keys, head, records } : null;
  }

  /** As `read`; where the leading store fails, both are verified and healed first. */
  async function readOrHeal(ids: readonly string[]) {
    const now = (await read(ids)) ?? (await alone(verified).then(() => read(ids)));
    if (!now) throw new AppError('vault/tampered');
    return now;
  }

  /** False where the lists in the session or the head in the store are not of this moment. */
  async function commit(wanted: readonly string[], change: (now: Writing) => Written) {
    const keys = keysOf(await session.require());
    const before = await session.summaries();
    if (!before) return false;
    let after: Summaries | undefined;
    let stale = false;
    const step = (now: Snapshot): Change => {
      const head = decodeHead(now.head ?? '');
      stale = !head?.authentic(keys) || head.revision !== before.revision;
      if (!head || stale) throw new AppError('vault/tampered');
      const written = change({
        entry: (id) => readEntry(head, keys, now.records, id),
        list: before.list,
      });
      const composed = compose(written, head, keys, before, deps);
      after = composed.after;
      return composed.change;
    };
    try {
      await onceDurable(stores.change(wanted, step), () => after && session.keepSummaries(after));
      return true;
    } catch (error) {
      if (stale) return false;
      throw error;
    }
  }

  return {
    verify: () => alone(verified).then(() => undefined),
    async summaries() {
      const [{ head }, kept] = await Promise.all([readOrHeal([]), session.summaries()]);
      const fresh = kept?.vault === head.vault && kept.revision === head.revision;
      return (fresh ? kept : await alone(verified)).list;
    },
    async entries(ids) {
      const { head, keys, records } = await readOrHeal(ids);
      return ids.map((id) => readEntry(head, keys, records, id));
    },
    write: (wanted, change) =>
      alone(async () => {
        if (await commit(wanted, change)) return;
        await verified();
        if (!(await commit(wanted, change))) throw new AppError('vault/tampered');
      }),
  };
}
