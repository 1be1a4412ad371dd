import { systemRandom, toBase64url } from '../../lib/crypto';
import { AppError } from '../../lib/errors';
import { makeOtp } from '../../lib/otp';
import {
  round,
  type RoundOptions,
  type RoundResult,
  type SyncMemory,
  type SyncVault,
  type Transport,
  type VaultContent,
  type SyncedEntry,
} from '../../lib/sync';

/** Returns a seeded random number generator (mulberry32). */
export function chances(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (count: number) => Math.floor(next() * count),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
    happens: (share: number) => next() < share,
  };
}

export type Chances = ReturnType<typeof chances>;

/** Returns a sync store in memory. */
export function memoryStore(now: () => number) {
  const files = new Map<string, { bytes: Uint8Array; modified: number }>();
  const requests: string[] = [];
  const transport: Transport = {
    list: () => {
      requests.push('list');
      return Promise.resolve(
        [...files].map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified })),
      );
    },
    get: (name) => {
      requests.push('get');
      return Promise.resolve(files.get(name)?.bytes ?? null);
    },
    put: (name, bytes) => {
      requests.push('put');
      files.set(name, { bytes, modified: now() });
      return Promise.resolve();
    },
    size: (name) => {
      requests.push('size');
      return Promise.resolve(files.get(name)?.bytes.length ?? null);
    },
    remove: (name) => {
      requests.push('remove');
      files.delete(name);
      return Promise.resolve();
    },
  };
  return { files, transport, requests };
}

const failure = () => new AppError('sync/unreachable');

/**
 * Wraps a transport so that it truncates and withholds files, repeats earlier listings, and fails. `share`
 * returns the fraction of faulty calls, from 0 to 1.
 */
export function faulty(inner: Transport, luck: Chances, share: () => number): Transport {
  let before: Awaited<ReturnType<Transport['list']>> = [];
  const fails = () => luck.happens(share() / 2);
  return {
    async list() {
      if (fails()) throw failure();
      const now = await inner.list();
      const stale = luck.happens(share()) ? before : now;
      before = now;
      return stale.filter(() => !luck.happens(share() / 4));
    },
    async get(name) {
      if (fails()) throw failure();
      const bytes = await inner.get(name);
      if (!bytes || !luck.happens(share())) return bytes;
      return luck.happens(0.5) ? null : bytes.subarray(0, luck.below(bytes.length));
    },
    async put(name, bytes) {
      if (luck.happens(share())) {
        await inner.put(name, bytes.subarray(0, luck.below(bytes.length)));
        throw failure();
      }
      await inner.put(name, bytes);
      if (fails()) throw failure();
    },
    async size(name) {
      if (fails()) throw failure();
      return inner.size(name);
    },
    async remove(name) {
      if (fails()) throw failure();
      await inner.remove(name);
    },
  };
}

/** Returns an in-memory vault with atomic transactions that may be interrupted before or after them. */
function memoryVault(memory: SyncMemory, dies: () => boolean) {
  let now: VaultContent = { entries: [], memory };
  const vault: SyncVault = {
    read: () => Promise.resolve(now),
    exchange: (change) => {
      if (dies()) return Promise.reject(failure());
      const { put, drop, memory: next } = change(now);
      const entries = new Map(now.entries.map((entry) => [entry.id, entry]));
      for (const entry of put) entries.set(entry.id, entry);
      for (const id of drop) entries.delete(id);
      now = { entries: [...entries.values()], memory: next };
      return dies() ? Promise.reject(failure()) : Promise.resolve();
    },
  };
  return { vault, content: () => now };
}

const setKey = { set: '0a0b0c0d', epoch: 1, key: toBase64url(new Uint8Array(32).fill(7)) };

const newMemory = (name: string): SyncMemory => ({
  ...setKey,
  name,
  seq: 0,
  pending: null,
  covered: null,
  devices: {},
  purged: [],
  unreadable: {},
  lastRound: null,
});

export interface Replica {
  readonly id: string;
  readonly clock: () => number;
  readonly vault: SyncVault;
  readonly content: () => VaultContent;
  readonly round: (options?: RoundOptions) => Promise<RoundResult>;
}

/** Returns a device of the sync set. */
export function replicaOf(
  name: string,
  id: string,
  {
    transport,
    clock,
    dies = () => false,
  }: { transport: Transport; clock: () => number; dies?: () => boolean },
): Replica {
  const { vault, content } = memoryVault(newMemory(name), dies);
  const deps = {
    transport,
    vault,
    clock,
    random: systemRandom,
    replica: id,
    app: '1.0.0',
    nameOf: (issuer: string, from: string) => `${issuer} (other version, from ${from.slice(0, 2)})`,
  };
  return { id, clock, vault, content, round: (options) => round(deps, options) };
}

let count = 0;

/** Returns an entry without change stamps. */
export function newEntry(
  changes: Partial<SyncedEntry> & { secret?: Uint8Array } = {},
): SyncedEntry {
  count++;
  const { secret = systemRandom(20), ...rest } = changes;
  return {
    id: toBase64url(systemRandom(16)),
    issuer: `Site ${count}`,
    account: 'ada@example.com',
    otp: makeOtp({ secret }),
    backupCodes: [],
    tags: [],
    note: '',
    pinned: false,
    hosts: [],
    icon: '',
    position: count,
    createdAt: 1000,
    updatedAt: 1000,
    deletedAt: null,
    ...rest,
  };
}
