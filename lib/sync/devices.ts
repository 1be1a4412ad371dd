import { toBase64url, toHex, type Random } from '../crypto';
import { parseFileName } from './syncFile';
import { newMemory } from './SyncRecord';
import type { SyncMemory } from './SyncMemory';
import type { Transport } from './Transport';

/** A new set with this device only. */
export const newSet = (random: Random, name: string): SyncMemory =>
  newMemory({ set: toHex(random(4)), epoch: 1, key: toBase64url(random(32)) }, name);

/**
 * Replaces the set's id and key without the other devices, which must pair again. The removed device keeps what
 * it already knows.
 */
export const withoutOthers = (memory: SyncMemory, random: Random): SyncMemory => ({
  ...newMemory(
    { set: toHex(random(4)), epoch: memory.epoch + 1, key: toBase64url(random(32)) },
    memory.name,
    memory.purged,
  ),
  lastRound: memory.lastRound,
});

/** Removes the files of a set, or those of one replica. Files that can't be removed now stay encrypted. */
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
