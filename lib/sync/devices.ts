import { toBase64url, type Random } from '../crypto';
import { parseFileName } from './syncFile';
import { newMemory } from './SyncRecord';
import type { SyncMemory } from './SyncMemory';
import type { Transport } from './Transport';

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A set of devices with this one alone. */
export const newSet = (random: Random, name: string): SyncMemory =>
  newMemory({ set: hex(random(4)), epoch: 1, key: toBase64url(random(32)) }, name);

/**
 * The set without the others: a new id and a new key. They must pair again, save the one that is not to. What the
 * removed device knew it knows.
 */
export const withoutOthers = (memory: SyncMemory, random: Random): SyncMemory => ({
  ...newMemory(
    { set: hex(random(4)), epoch: memory.epoch + 1, key: toBase64url(random(32)) },
    memory.name,
    memory.purged,
  ),
  lastRound: memory.lastRound,
});

/** Removes the files of a set, or those of one replica. What can't be removed now stays sealed. */
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
