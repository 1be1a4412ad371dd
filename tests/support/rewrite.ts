import { sha256, toBase64url, utf8 } from '../../lib/crypto';
import { headKey } from '../../lib/vault';
import { storeOf } from './vaultDamage';
import type { VaultWorld } from './vaultWorld';

/**
 * Changes the head in both stores, as someone with access to the disk can. Removes the head if the change returns
 * null.
 */
export async function rewrite(
  world: VaultWorld,
  change: (head: string) => string | null,
): Promise<void> {
  const primary = storeOf(world, 'primary');
  const { head, records } = await primary.all();
  const next = change(head ?? '');
  await primary.replace({ head: next, records });
  await (next === null ? world.local.remove(headKey) : world.local.set({ [headKey]: next }));
}

/** Returns a head that looks as if a newer version wrote it. Without the key, its MAC can't be checked. */
export function asNewer(head: string): string {
  const body = head.slice(head.indexOf('{'));
  const mac = toBase64url(sha256(utf8('a later version')));
  return `T9.${toBase64url(sha256(utf8(`T9.${mac}.${body}`)))}.${mac}.${body}`;
}
