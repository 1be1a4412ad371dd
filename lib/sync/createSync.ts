import type { Clock } from '../clock';
import type { Random } from '../crypto';
import { AppError } from '../errors';
import type { Replication } from '../vault';
import { needsPerson, retryAt } from './backOff';
import { conflictsOf } from './conflicts';
import type { RoundOptions, RoundResult } from './plan';
import { recordKeeper, replicatedVault, type RecordKeeper } from './replicatedVault';
import { round } from './round';
import { parseFileName } from './syncFile';
import { newMemory, readRecord, type SyncRecord } from './SyncRecord';
import type { SyncPlace } from './SyncPlace';
import { noStatus, type SyncStatus } from './SyncStatus';
import type { Transport } from './Transport';

export interface SyncDeps {
  readonly replication: Replication;
  /** Opens the store of a place. Throws `sync/…` if the store can't be used, for example without permission. */
  readonly transportOf: (place: SyncPlace) => Promise<Transport>;
  readonly clock: Clock;
  readonly random: Random;
  /** The version of Tessera. */
  readonly app: string;
  /**
   * Returns the issuer of a version that another device wrote, such as "GitHub (other version, from Laptop)".
   */
  readonly nameOf: (issuer: string, device: string) => string;
  readonly status: {
    read(): Promise<SyncStatus | null>;
    write(status: SyncStatus): Promise<void>;
  };
  /** Runs tasks one at a time. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The sync rounds of one device. */
export interface Sync {
  readonly record: RecordKeeper;
  /**
   * Runs one round. `due` does nothing while sync is paused or waits after a failure. `now` ignores pauses and
   * waits. Does nothing if sync isn't set up or the vault is locked. Never throws, because the status has the
   * result.
   */
  run(when: 'now' | 'due', options?: RoundOptions): Promise<void>;
}

const toAppError = (error: unknown) =>
  error instanceof AppError ? error : new AppError('unexpected', {}, { cause: error });

/**
 * Whether the vault was locked or sync was ended during the round. The status doesn't report either as a failure.
 */
const isQuiet = (code: string) => code === 'vault/locked' || code === 'sync/not-set-up';

function noted(record: SyncRecord, { again, wentBack, strangers }: RoundResult): SyncRecord {
  const ids = [...new Set([...record.again, ...again])];
  return { ...record, again: ids, wentBack: record.wentBack || wentBack, strangers };
}

const sameNotes = (a: SyncRecord, b: SyncRecord) =>
  JSON.stringify([a.again, a.wentBack, a.strangers]) ===
  JSON.stringify([b.again, b.wentBack, b.strangers]);

export function createSync(deps: SyncDeps): Sync {
  const { replication, clock, status } = deps;
  const record = recordKeeper(replication);

  let sizes = new Map<string, number | null>();

  /**
   * Returns the total size of the sync set's files in bytes, from listings and own writes. Returns null if the
   * store doesn't report sizes.
   */
  const bytesUsed = () => {
    const all = [...sizes.values()];
    return all.includes(null) ? null : all.reduce((sum: number, size) => sum + (size ?? 0), 0);
  };

  const measured = (transport: Transport, set: string): Transport => ({
    ...transport,
    async list() {
      const files = await transport.list();
      const own = files.filter(({ name }) => parseFileName(name)?.set === set);
      sizes = new Map(own.map(({ name, size }) => [name, size]));
      return files;
    },
    async put(name, bytes) {
      await transport.put(name, bytes);
      sizes.set(name, bytes.length);
    },
    async remove(name) {
      await transport.remove(name);
      sizes.delete(name);
    },
  });

  async function once({ place, memory }: SyncRecord, options: RoundOptions): Promise<RoundResult> {
    const replica = await replication.replica();
    return round(
      {
        transport: measured(await deps.transportOf(place), memory.set),
        vault: replicatedVault(replication),
        clock,
        random: deps.random,
        replica,
        app: deps.app,
        nameOf: deps.nameOf,
      },
      options,
    );
  }

  /** Takes a new replica id, because a copy of this profile writes under the current id. */
  async function separate(): Promise<void> {
    await replication.renewReplica();
    await record.change((now) => ({
      ...now,
      memory: { ...newMemory(now.memory, now.memory.name, now.memory.purged), devices: {} },
    }));
  }

  async function attempt(before: SyncRecord, options: RoundOptions): Promise<void> {
    const result = await once(before, options);
    if (result.forked) {
      await separate();
      const now = await record.read();
      if (now) await once(now, {});
    }
    const now = await record.read();
    if (now && !sameNotes(now, noted(now, result)))
      await record.change((newest) => noted(newest, result));
  }

  /** Returns whether the user must decide or read something on the page "Sync". */
  async function isAskedFor(): Promise<boolean> {
    const { entries, record: value } = await replication.read();
    const now = readRecord(value);
    return (
      now !== null &&
      (now.strangers !== null ||
        now.wentBack ||
        now.again.length > 0 ||
        entries.some((entry) => entry.deletedAt === null && conflictsOf(entry).length > 0))
    );
  }

  async function work(when: 'now' | 'due', options: RoundOptions): Promise<void> {
    const before = (await status.read()) ?? noStatus;
    const held = await record.read().catch(() => null);
    if (!held || (when === 'due' && held.paused)) return;
    const { failure } = before;
    const waits = failure && (failure.retryAt === null || failure.retryAt > clock());
    if (when === 'due' && waits) return;
    await status.write({ ...before, running: true });
    try {
      await attempt(held, options);
      const asks = await isAskedFor();
      await status.write({
        ...noStatus,
        needsPerson: asks,
        endedAt: clock(),
        bytesUsed: bytesUsed(),
      });
    } catch (error) {
      const failed = toAppError(error);
      const { code, facts } = failed;
      const failures = before.failures + 1;
      const next: SyncStatus = isQuiet(code)
        ? { ...before, running: false }
        : {
            running: false,
            failure: { code, facts, retryAt: retryAt(failed, failures, clock()) },
            failures,
            needsPerson: needsPerson(code),
            endedAt: clock(),
            bytesUsed: before.bytesUsed,
          };
      await status.write(next);
    }
  }

  return {
    record,
    run: (when, options = {}) => deps.exclusive(() => work(when, options)),
  };
}
