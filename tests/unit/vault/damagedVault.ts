import type { StoreName } from '../../../lib/vault';
import { copyOf, makeSources } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

export const passphrase = 'correct horse';
export const stores: readonly StoreName[] = ['primary', 'mirror'];

/**
 * Returns a locked vault of five entries, one of which was changed last, with copies of a store from before and
 * after the change.
 */
export async function sources(store: StoreName) {
  const elsewhere = await vaultWorld();
  const another = elsewhere.open();
  await another.create(passphrase);
  await another.add([draft('Foreign')]);
  const foreign = await copyOf(elsewhere, store);
  another.close();
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  const made = await makeSources(vault, world, store, foreign);
  vault.close();
  world.restart();
  return { world, ...made };
}
