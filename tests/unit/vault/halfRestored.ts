import type { SecureVault, StoreName } from '../../../lib/vault';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

export const ours = 'correct horse';
export const theirs = 'battery staple';

export const stores: readonly StoreName[] = ['primary', 'mirror'];

/** Returns the content that this store has in another vault with one account. */
export async function another(store: StoreName, create: (vault: SecureVault) => Promise<void>) {
  const world = await vaultWorld();
  const vault = world.open();
  await create(vault);
  await vault.add([draft('Theirs')]);
  vault.close();
  return copyOf(world, store);
}

/**
 * Creates a profile in which one store holds a different vault, and the other store holds our vault with one
 * account.
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
