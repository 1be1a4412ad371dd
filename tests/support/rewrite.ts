import { sha256, toBase64url, utf8 } from '../../lib/crypto';
import { headKey } from '../../lib/vault';
import { storeOf } from './vaultDamage';
import type { VaultWorld } from './vaultWorld';

/** Changes the head in both stores, as somebody with the disk can. Null removes it. */
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

/** A head as a version wrote it that this one can't read. Its MAC can't be checked without the key. */
export function asNewer(head: string): string {
  const body = head.slice(head.indexOf('{'));
  const mac = toBase64url(sha256(utf8('a later version')));
  return `T9.${toBase64url(sha256(utf8(`T9.${mac}.${body}`)))}.${mac}.${body}`;
}
