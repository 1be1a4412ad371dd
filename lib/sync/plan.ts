import type { Clock } from '../clock';
import { fromBase64url, type Random } from '../crypto';
import { AppError } from '../errors';
import { digestOf } from './digestOf';
import { deviceOf, type OpenedFile, type Others, type SetListing } from './readStore';
import { settle, toTombstones, withoutStrangers } from './settle';
import { stampAt, type ReplicaId, type Stamp } from './stamp';
import type { SyncContent } from './syncContent';
import type { SyncKey } from './SyncKey';
import type { Coverage, SyncMemory } from './SyncMemory';
import { isPurged } from './SyncState';
import type { SyncVault, VaultChange, VaultContent } from './SyncVault';
import type { Transport } from './Transport';

export interface RoundDeps {
  readonly transport: Transport;
  readonly vault: SyncVault;
  readonly clock: Clock;
  readonly random: Random;
  readonly replica: ReplicaId;
  /** The version of Tessera. */
  readonly app: string;
  /** Returns the issuer of a version that `device` wrote. The device's name is empty if it is unknown. */
  readonly nameOf: (issuer: string, device: string) => string;
}

export interface RoundOptions {
  /** Whether the user allowed publishing to a store whose files are all missing. */
  readonly republish?: boolean;
  /** Ids of the entries that the user chose to keep after this replica was away for too long. */
  readonly keep?: ReadonlySet<string>;
}

/** The result of a round. */
export interface RoundResult {
  /** Number of entries that the round wrote to this vault or deleted from it. */
  readonly changed: number;
  readonly published: boolean;
  /** Ids of new trash copies of losing writes. */
  readonly copies: readonly string[];
  /** Ids of entries that another device deleted permanently and that were added again. */
  readonly again: readonly string[];
  /** Replicas whose newest file doesn't open. */
  readonly unreadable: readonly ReplicaId[];
  /** Whether files disappeared or were replaced by older files. */
  readonly wentBack: boolean;
  /** Whether another browser profile writes as this replica, which then needs a new id. */
  readonly forked: boolean;
  /**
   * Ids of the entries that only this vault has, if the replica was away for too long. The user must then choose
   * among these entries, so nothing was merged. Otherwise null.
   */
  readonly strangers: readonly string[] | null;
}

/** Returns the sync key that a replica remembers. */
export const keyOf = ({ key, epoch }: SyncMemory): SyncKey => ({
  epoch,
  key: fromBase64url(key) ?? new Uint8Array(32),
});

/** Returns the vault's sync memory. Throws `sync/not-set-up` if the vault has no sync memory. */
export const requireMemory = ({ memory }: VaultContent): SyncMemory => {
  if (!memory) throw new AppError('sync/not-set-up');
  return memory;
};

/** Whether the store still contains everything that it contained at the last own write. */
function stillCovers(covered: Coverage, { byReplica }: SetListing, opened: readonly OpenedFile[]) {
  return Object.entries(covered.files).every(([replica, seq]) => {
    const files = byReplica.get(replica) ?? [];
    const newer = opened.find(({ file }) => file.replica === replica);
    return newer !== undefined || files.some((file) => file.seq === seq);
  });
}

const filesOf = (covered: Coverage | null, opened: readonly OpenedFile[]) => ({
  ...covered?.files,
  ...Object.fromEntries(opened.map(({ file }) => [file.replica, file.seq])),
});

/** Returns the entries outside the trash that exist in none of the opened files. */
export const strangersIn = ({ entries }: VaultContent, opened: readonly OpenedFile[]) =>
  entries.filter(
    ({ id, deletedAt }) =>
      deletedAt === null &&
      !opened.some(({ content }) => {
        const entry = content.state.get(id);
        return entry && !isPurged(entry);
      }),
  );

/** The files that a round read from the store. */
export interface Reading extends Others {
  readonly listing: SetListing;
  readonly forked: boolean;
}

export interface Plan {
  readonly result: Omit<RoundResult, 'published'>;
  readonly change: VaultChange;
  readonly memory: SyncMemory;
  /** The file to publish, or null if the store already has everything. */
  readonly file: { readonly seq: number; readonly content: SyncContent } | null;
}

export const nothing = { changed: 0, copies: [], again: [], wentBack: false, strangers: null };

/** Whether `a` lists every file of `b`. If so, all unreadable files were already reported. */
const sameFiles = (a: Record<ReplicaId, number>, b: Record<ReplicaId, number>) =>
  Object.entries(b).every(([replica, seq]) => a[replica] === seq);

/**
 * Plans the rest of a round from the newest content of the vault. Synchronous, because it runs inside the
 * transaction.
 */
export function plan(
  deps: RoundDeps,
  before: VaultContent,
  reading: Reading,
  keep: RoundOptions['keep'],
): Plan {
  const memory = requireMemory(before);
  const now = deps.clock();
  const { listing, opened, unreadable, forked } = reading;
  const author = { now, replica: deps.replica };
  const trashed = keep ? withoutStrangers(strangersIn(before, opened), keep, author) : [];
  const replaced = new Map(trashed.map((entry) => [entry.id, entry]));
  const entries = before.entries.map((entry) => replaced.get(entry.id) ?? entry);
  const devices = { ...memory.devices };
  for (const one of opened)
    if (one.file.replica !== deps.replica) devices[one.file.replica] = deviceOf(one, now);
  const deviceName = (writer: ReplicaId) =>
    writer === deps.replica ? memory.name : (devices[writer]?.name ?? '');
  const nameOf = (issuer: string, writer: ReplicaId) => deps.nameOf(issuer, deviceName(writer));
  const states = opened.map(({ content }) => content.state);
  const settled = settle(entries, memory.purged, states, { now, nameOf });
  const ownFiles = listing.byReplica.get(deps.replica) ?? [];
  const said = opened.map(({ content }) => content);
  const beyond = Math.max(0, ...said.map(({ seen }) => seen.get(deps.replica) ?? 0));
  const isMissed = said.some((one) => one.unreadable.get(deps.replica) === memory.seq);
  const ownThere = ownFiles.some(({ seq }) => seq === memory.seq);
  const digest = digestOf(settled.state);
  const isUnchanged = () =>
    digest === memory.covered?.digest ||
    (opened.length > 0 && digestOf(settled.own) === memory.covered?.digest);
  const covers =
    ownThere &&
    !isMissed &&
    beyond <= memory.seq &&
    memory.pending === null &&
    sameFiles(memory.unreadable, unreadable) &&
    memory.covered !== null &&
    stillCovers(memory.covered, listing, opened) &&
    // What the user keeps after a long absence may be in no file any more.
    keep === undefined &&
    settled.isPure &&
    isUnchanged();
  // No file number is used twice, even after a crash, or after this profile or the server was restored from a
  // backup.
  const seq = Math.max(memory.seq, memory.pending?.seq ?? 0, ownFiles[0]?.seq ?? 0, beyond) + 1;
  const made: Stamp = stampAt(now, deps.replica);
  const seen = new Map(Object.entries(devices).map(([replica, device]) => [replica, device.seq]));
  const content = {
    made,
    name: memory.name,
    app: deps.app,
    seen,
    unreadable: new Map(Object.entries(unreadable)),
    state: settled.state,
  };
  const put = [
    ...settled.put,
    ...trashed.filter(({ id }) => !settled.put.some((one) => one.id === id)),
  ];
  const next: SyncMemory = {
    ...memory,
    devices,
    purged: toTombstones(settled.state),
    pending: covers ? null : { seq, made },
    covered: { digest, files: filesOf(memory.covered, opened) },
    unreadable,
    lastRound: covers ? now : memory.lastRound,
  };
  return {
    change: { put, drop: settled.drop, memory: next },
    memory: next,
    file: covers ? null : { seq, content },
    result: {
      ...nothing,
      changed: put.length + settled.drop.length,
      copies: settled.copies,
      again: settled.again,
      unreadable: Object.keys(unreadable),
      wentBack: reading.wentBack.length > 0 || (memory.seq > 0 && !ownThere),
      forked,
    },
  };
}
