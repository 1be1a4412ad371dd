import { draft, vaultWorld } from '../../support/vaultWorld';

export const passphrase = 'correct horse';
/** The names of the two stores. */
export const both = ['primary', 'mirror'] as const;

/** Returns an unlocked vault with one account. */
export async function madeVault() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  const [id = ''] = await vault.add([draft('Before')]);
  return { world, vault, id };
}
