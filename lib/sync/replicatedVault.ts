import { AppError } from '../errors';
import type { Entry, Replication } from '../vault';
import { readRecord, type SyncRecord } from './SyncRecord';
import type { SyncedEntry } from './SyncedEntry';
import type { SyncVault } from './SyncVault';

/** Reads and changes the vault's sync record, without touching the entries. */
export interface RecordKeeper {
  /** Returns the record, or null if sync isn't set up. Throws `vault/locked`. */
  read(): Promise<SyncRecord | null>;
  /**
   * Changes the record. Throws `sync/not-set-up` if sync was ended, and `vault/locked` while the vault is locked.
   */
  change(change: (record: SyncRecord) => SyncRecord): Promise<void>;
  /** Sets up sync with this record, or ends sync with null. Throws `vault/locked`. */
  replace(record: SyncRecord | null): Promise<void>;
}

export function recordKeeper(replication: Replication): RecordKeeper {
  return {
    read: async () => readRecord(await replication.record()),
    change: (change) =>
      replication.exchange(({ record: value }) => {
        const record = readRecord(value);
        if (!record) throw new AppError('sync/not-set-up');
        return { put: [], drop: [], record: change(record) };
      }),
    replace: (record) => replication.exchange(() => ({ put: [], drop: [], record })),
  };
}

/**
 * Completes an entry with the local data of `own`, and with those fields of `own` that only a newer version
 * knows.
 */
export const withOwn = (entry: SyncedEntry, own: Entry | undefined): Entry => ({
  ...own,
  ...entry,
  usedAt: own?.usedAt ?? null,
  useCount: own?.useCount ?? 0,
});

/** Adapts the vault's replication for sync rounds. */
export const replicatedVault = (replication: Replication): SyncVault => ({
  async read() {
    const { entries, record } = await replication.read();
    return { entries, memory: readRecord(record)?.memory ?? null };
  },
  exchange: (change) =>
    replication.exchange((now) => {
      const record = readRecord(now.record);
      const own = new Map(now.entries.map((entry) => [entry.id, entry]));
      const next = change({ entries: now.entries, memory: record?.memory ?? null });
      if (!record || !next.memory) throw new AppError('sync/not-set-up');
      return {
        put: next.put.map((entry) => withOwn(entry, own.get(entry.id))),
        drop: next.drop,
        record: { ...record, memory: next.memory },
      };
    }),
});
