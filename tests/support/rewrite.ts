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
