import type { SecureVault, StoreName } from '../../../lib/vault';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

export const ours = 'correct horse';
export const theirs = 'battery staple';

export const stores: readonly StoreName[] = ['primary', 'mirror'];

/** The content of another vault with one account, in such a store. */
export async function another(store: StoreName, create: (vault: SecureVault) => Promise<void>) {
  const world = await vaultWorld();
  const vault = world.open();
  await create(vault);
  await vault.add([draft('Theirs')]);
  vault.close();
  return copyOf(world, store);
}

/**
 * A profile whose one store holds our vault with one account, and the other one a different vault.
 */
export async function halfRestored(
  store: StoreName,
  create = (vault: SecureVault) => vault.create(theirs),
) {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(ours);
  await vault.add([draft('Ours')]);
  vault.close();
  world.restart();
  const foreign = await another(store, create);
  await putBack(world, store, foreign);
  return { world, foreign };
}
