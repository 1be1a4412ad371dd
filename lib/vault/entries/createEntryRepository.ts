import { AppError } from '../../errors';
import type { ListEdit, Summaries } from './createLists';
import type { Unlocked } from '../keys/createSession';
import type { Entry, EntrySummary } from './Entry';
import { headReader } from '../format/headReader';
import { deriveKeys } from '../format/keys';
import { sharedId } from '../format/sharedId';
import { afterDurable } from './afterDurable';
import { readEntry, readShared } from './readRecords';
import { replicaId } from './replicaId';
import { sealChange, type EntryChange } from './sealChange';
import type { Change, Snapshot } from '../storage/Store';
import type { VaultContext } from '../VaultContext';
import type { VerifyOptions } from '../health/verifyStores';

/** Returns an entry as stored. Throws `vault/no-entry` or `vault/tampered`. */
export type ReadEntry = (id: string) => Entry;

/**
 * Reads entries through the manifest and writes atomic changes. Throws `vault/locked` while the vault is locked.
 */
export interface EntryRepository {
  /** Returns all entries by position, including the trash. */
  summaries(): Promise<readonly EntrySummary[]>;
  /** Returns entries with their secrets. Throws `vault/no-entry` or `vault/tampered`. */
  entries(ids: readonly string[]): Promise<readonly Entry[]>;
  /**
   * Makes one atomic change to the entries in `wanted`. `change` also receives the shared record. It is synchronous,
   * because it runs inside a transaction.
   */
  write(
    wanted: readonly string[],
    change: (entry: ReadEntry, record: unknown) => EntryChange,
  ): Promise<void>;
  /** Like `write`, for a change that adds entries. `change` also receives the last position in use. */
  append(
    wanted: readonly string[],
    change: (last: number, entry: ReadEntry) => EntryChange,
  ): Promise<void>;
  /** Like `write`, for a change that depends on all entries, including the trash. */
  rewrite(change: (now: readonly Entry[], record: unknown) => EntryChange): Promise<void>;
  /** Returns the shared record, or null. */
  record(): Promise<unknown>;
  /** Verifies every record of both stores and repairs what it can. */
  verify(options?: VerifyOptions): Promise<void>;
  /** Like `verify`, but does nothing if the stores were verified since the vault was unlocked. */
  verifyOnce(): Promise<void>;
}

const keysOf = ({ key, vault, epoch }: Unlocked) => deriveKeys(key, vault, epoch);

/** Whether the lists belong to the head that was read. */
const isFresh = (
  lists: Summaries | null,
  read: { head: Pick<Summaries, 'vault' | 'revision'> } | null,
): lists is Summaries =>
  lists !== null && lists.vault === read?.head.vault && lists.revision === read.head.revision;

/** Creates the repository. `verified` verifies and repairs both stores, and returns new lists. */
export function createEntryRepository(
  context: VaultContext,
  verified: (options?: VerifyOptions) => Promise<Summaries>,
): EntryRepository {
  const { deps, stores, session } = context;
  const heads = headReader();
  const withVaultLock = <T>(work: () => Promise<T>) => deps.exclusive('vault', work);

  /** Returns the leading store's head and records, or null if the vault's key didn't make the head. */
  async function read(ids: readonly string[]) {
    const [unlocked, { head: text, records }] = await Promise.all([
      session.require(),
      stores.some(ids),
    ]);
    const keys = keysOf(unlocked);
    const head = heads.read(text, keys);
    return head && { keys, head, records };
  }

  /**
   * Like `read`, but verifies and repairs both stores first if the leading store's head is unusable. Concurrent
   * callers share one repair.
   */
  async function readOrHeal(ids: readonly string[]) {
    const heal = async () => (await read(ids)) ?? (await verified().then(() => read(ids)));
    const now = (await read(ids)) ?? (await withVaultLock(heal));
    if (!now) throw new AppError('vault/tampered');
    return now;
  }

  /**
   * Returns false without writing if the vault's key didn't make the stored head, or if the head's revision isn't
   * `revision`.
   */
  async function commit(
    wanted: readonly string[],
    change: (entry: ReadEntry, record: unknown) => EntryChange,
    revision: number | null,
  ) {
    if (revision === null) return false;
    const keys = keysOf(await session.require());
    const [{ stamp, purge }, replica] = await Promise.all([deps.merging(), replicaId(deps)]);
    let edit: ListEdit | undefined;
    let stale = false;
    const step = (now: Snapshot): Change => {
      const head = heads.read(now.head, keys);
      stale = head?.revision !== revision;
      if (!head || stale) throw new AppError('vault/tampered');
      if (head.newer) throw new AppError('vault/read-only');
      const before = new Map<string, Entry>();
      const entry: ReadEntry = (id) => {
        const found = before.get(id) ?? readEntry({ head, keys, records: now.records }, id);
        before.set(id, found);
        return found;
      };
      const shared = readShared({ head, keys, records: now.records });
      const { put, drop = [], ...rest } = change(entry, shared);
      const author = { replica, now: deps.clock() };
      const known = new Set(wanted);
      const stamped = put.map((one) =>
        stamp(known.has(one.id) && head.versions.has(one.id) ? entry(one.id) : null, one, author),
      );
      const purged = drop.filter((id) => known.has(id) && head.versions.has(id)).map(entry);
      const record =
        'record' in rest || shared === null || purged.length === 0
          ? rest.record
          : purge(shared, purged, author);
      const next = { put: stamped, drop, record };
      const sealed = sealChange(next, { head, keys }, heads, deps.random);
      edit = sealed.edit;
      return sealed.change;
    };
    try {
      const reads = [...wanted, sharedId];
      await afterDurable(stores.change(reads, step), () => edit && session.applyEdit(edit));
      return true;
    } catch (error) {
      if (stale) return false;
      throw error;
    }
  }

  /** Like `commit`, for a change that depends on all entries. */
  function commitAll(
    { list, revision }: Summaries,
    change: Parameters<EntryRepository['rewrite']>[0],
  ) {
    const ids = list.map(({ id }) => id);
    return commit(ids, (entry, record) => change(ids.map(entry), record), revision);
  }

  /** The caller must hold the vault's lock. */
  async function write(...[wanted, change]: Parameters<EntryRepository['write']>): Promise<void> {
    if (await commit(wanted, change, await session.revision())) return;
    const { revision } = await verified();
    if (!(await commit(wanted, change, revision))) throw new AppError('vault/tampered');
  }

  return {
    verify: (options) => withVaultLock(() => verified(options)).then(() => undefined),
    verifyOnce: () =>
      withVaultLock(async () => {
        if (!(await session.report())) await verified();
      }),
    async summaries() {
      const [now, kept] = await Promise.all([readOrHeal([]), session.summaries()]);
      if (isFresh(kept, now)) return kept.list;
      const { list } = await withVaultLock(async () => {
        // Another call may have verified and repaired the stores while this call waited for the lock. Verifying
        // again would replace that call's report.
        const [after, lists] = await Promise.all([read([]), session.summaries()]);
        return isFresh(lists, after) ? lists : verified();
      });
      return list;
    },
    async entries(ids) {
      const readable = await readOrHeal(ids);
      return ids.map((id) => readEntry(readable, id));
    },
    async record() {
      return readShared(await readOrHeal([sharedId]));
    },
    write: (wanted, change) => withVaultLock(() => write(wanted, change)),
    append: (wanted, change) =>
      withVaultLock(async () => {
        const { list } = (await session.summaries()) ?? (await verified());
        await write(wanted, (entry) => change(list.at(-1)?.position ?? 0, entry));
      }),
    rewrite: (change) =>
      withVaultLock(async () => {
        const kept = await session.summaries();
        if (kept && (await commitAll(kept, change))) return;
        if (!(await commitAll(await verified(), change))) throw new AppError('vault/tampered');
      }),
  };
}
