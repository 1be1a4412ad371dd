import { AppError } from '../errors';
import {
  keyOf,
  nothing,
  plan,
  requireMemory,
  strangersIn,
  type Plan,
  type Reading,
  type RoundDeps,
  type RoundOptions,
  type RoundResult,
} from './plan';
import { groupFiles, openFile, readOthers, type OpenedFile, type SetListing } from './readStore';
import { tombstoneLife } from './settle';
import { writeContent } from './syncContent';
import { encodeSyncFile, fileName } from './syncFile';
import type { SyncMemory } from './SyncMemory';

const day = 86_400_000;

/**
 * Throws `sync/emptied` or `sync/foreign-set` if the sync set's files are gone. Missing files don't mean that
 * entries were deleted.
 */
function refuseAbsence({ byReplica, otherSets }: SetListing, memory: SyncMemory): void {
  if (byReplica.size > 0 || memory.covered === null) return;
  throw new AppError(otherSets ? 'sync/foreign-set' : 'sync/emptied');
}

/**
 * Reads this replica's files that are newer than the last own file in `memory`. These files were written before a
 * crash, or by a copy of this profile.
 */
async function readOwn(deps: RoundDeps, listing: SetListing, memory: SyncMemory) {
  const beyond = (listing.byReplica.get(deps.replica) ?? []).filter(({ seq }) => seq > memory.seq);
  const opened: OpenedFile[] = [];
  for (const file of beyond) {
    const one = await openFile(deps.transport, file, keyOf(memory));
    if (one) opened.push(one);
  }
  const forked = opened.some(({ content }) => content.made !== memory.pending?.made);
  return { opened, forked };
}

/** Writes a file, verifies its size, and removes this replica's older files, except the previous file. */
async function publish(deps: RoundDeps, { file, memory }: Plan, listing: SetListing) {
  if (!file) return;
  const { transport, vault, replica } = deps;
  const place = { set: memory.set, replica, seq: file.seq };
  const bytes = await encodeSyncFile(place, writeContent(file.content), keyOf(memory), deps.random);
  const name = fileName(place);
  await transport.put(name, bytes);
  if ((await transport.size(name)) !== bytes.length) throw new AppError('sync/short-write');
  await vault.exchange((now) => {
    const newest = requireMemory(now);
    const covered = newest.covered && {
      ...newest.covered,
      files: { ...newest.covered.files, [replica]: file.seq },
    };
    const done = { seq: file.seq, pending: null, covered, lastRound: deps.clock() };
    return { put: [], drop: [], memory: { ...newest, ...done } };
  });
  const [, ...older] = listing.byReplica.get(replica) ?? [];
  // A file that can't be removed now is removed after the next write.
  for (const { name: old } of older) await transport.remove(old).catch(() => undefined);
}

async function readStore(
  deps: RoundDeps,
  memory: SyncMemory,
  { isAway, republish }: { isAway: boolean; republish: boolean },
): Promise<Reading> {
  const listing = groupFiles(await deps.transport.list(), memory.set);
  if (!republish) refuseAbsence(listing, memory);
  const others = await readOthers(deps.transport, listing, {
    own: deps.replica,
    key: keyOf(memory),
    // After a long absence, the user's choice depends on everything that the other replicas have, so all files
    // are read.
    devices: isAway ? {} : memory.devices,
  });
  const own = await readOwn(deps, listing, memory);
  return { ...others, listing, opened: [...own.opened, ...others.opened], forked: own.forked };
}

/**
 * Runs one round: lists the files, reads new ones, merges them in one transaction of the vault, and publishes a
 * file if the store lacks something. Throws `sync/…`. A round can be interrupted at any point. The next round
 * then resumes, and at most one superfluous own file remains.
 */
export async function round(
  deps: RoundDeps,
  { republish = false, keep }: RoundOptions = {},
): Promise<RoundResult> {
  const before = await deps.vault.read();
  const memory = requireMemory(before);
  const since = deps.clock() - (memory.lastRound ?? deps.clock());
  const isAway = since > tombstoneLife;
  const reading = await readStore(deps, memory, { isAway, republish });
  const { listing, opened, unreadable, forked } = reading;
  const strangers = isAway && !keep ? strangersIn(before, opened).map(({ id }) => id) : [];
  if (strangers.length > 0)
    return { ...nothing, published: false, unreadable: Object.keys(unreadable), forked, strangers };
  const chosen = isAway ? keep : undefined;
  let planned = opened.length === 0 && !chosen ? plan(deps, before, reading, undefined) : null;
  // If nothing changed in a round, the vault saves the time of the round only once a day.
  if (!planned || planned.file || planned.result.changed > 0 || since > day)
    await deps.vault.exchange((now) => {
      planned = plan(deps, now, reading, chosen);
      return planned.change;
    });
  if (!planned) throw new AppError('unexpected');
  await publish(deps, planned, listing);
  return { ...planned.result, published: planned.file !== null };
}
