import { toBase64url, toHex, type Random } from '../crypto';
import { parseFileName } from './syncFile';
import { newMemory } from './SyncRecord';
import type { SyncMemory } from './SyncMemory';
import type { Transport } from './Transport';

/** Returns the memory of a new sync set that has only this device. */
export const newSet = (random: Random, name: string): SyncMemory =>
  newMemory({ set: toHex(random(4)), epoch: 1, key: toBase64url(random(32)) }, name);

/**
 * Returns a memory with a new set id and key, and without the other devices, which must pair again. A removed
 * device keeps what it already knows.
 */
export const withoutOthers = (memory: SyncMemory, random: Random): SyncMemory => ({
  ...newMemory(
    { set: toHex(random(4)), epoch: memory.epoch + 1, key: toBase64url(random(32)) },
    memory.name,
    memory.purged,
  ),
  lastRound: memory.lastRound,
});

/**
 * Removes the files of a sync set, or only the files of one replica. A file that can't be removed stays in the
 * store, encrypted.
 */
export async function removeFiles(
  transport: Transport,
  set: string,
  replica?: string,
): Promise<void> {
  for (const { name } of await transport.list()) {
    const place = parseFileName(name);
    if (place?.set === set && (replica === undefined || place.replica === replica))
      await transport.remove(name).catch(() => undefined);
  }
}
