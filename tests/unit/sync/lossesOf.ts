import type { Replica } from '../../support/syncWorld';
import { copyId } from '../../../lib/sync/conflicts';
import { covers, momentOf, replicaOf as authorOf } from '../../../lib/sync/stamp';
import { isPurged, winner, type SyncState } from '../../../lib/sync/SyncState';
import { stateOf, type World, type Write } from './World';

/** Returns a description of every acknowledged write that was lost. */
export function lossesOf(world: World): string[] {
  const state = stateOf(world.replicas[0] as Replica);
  const lost: string[] = [];
  for (const id of world.born) if (!state.has(id)) lost.push(`entry ${id}`);
  for (const write of world.writes) {
    const { id, part, stamp, value } = write;
    const entry = state.get(id);
    if (!entry) lost.push(`${part} of ${id}: no entry`);
    else if (isPurged(entry)) {
      // An edit made without knowledge of the purge must continue under another id. Every other edit of a purged
      // entry must be gone.
      if (!covers(entry.seen, stamp) && !goesOn(state, write))
        lost.push(`${part} of ${id}: edited, and purged`);
    } else if (part === 'note') {
      const { at, value: now } = entry.fields.note;
      if (at < stamp || (at === stamp && now !== value)) lost.push(`note of ${id}`);
    } else if (!entry[part].has(stamp) && !isOverwritten(world, write, state))
      lost.push(`${part} of ${id}`);
    else if (entry[part].has(stamp) && winner<unknown>(entry[part])[0] !== stamp) {
      const conflict = { part, stamp, replica: authorOf(stamp) };
      if (!state.has(copyId(id, conflict))) lost.push(`the copy of ${part} of ${id}`);
    }
  }
  for (const [code, id] of world.used) {
    const entry = state.get(id);
    if (entry && !isPurged(entry) && !entry.used.has(code)) lost.push(`the use of ${code}`);
  }
  for (const [name, count] of world.counters) {
    const [id = '', secret = ''] = name.split(' ');
    const entry = state.get(id);
    if (entry && !isPurged(entry) && (entry.counters.get(secret) ?? 0) < count)
      lost.push(`a counter of ${id}`);
  }
  return lost;
}

function isOverwritten(world: World, { id, part, stamp }: Write, state: SyncState) {
  const later = world.attempts.filter((other) => other.id === id && other.part === part);
  return (
    later.some(({ seen }) => covers(seen, stamp)) ||
    [...state.values()].some((entry) => !isPurged(entry) && entry[part as 'otp'].has(stamp))
  );
}

function goesOn(state: SyncState, { stamp }: Write) {
  return (
    [...state.values()].some(
      (entry) => (entry.seen.get(authorOf(stamp)) ?? '') >= momentOf(stamp) && !isPurged(entry),
    ) || [...state.values()].filter(isPurged).some((entry) => covers(entry.seen, stamp))
  );
}
