import { draft, vaultWorld } from '../../support/vaultWorld';

export const passphrase = 'correct horse';

/** Returns an unlocked vault with the accounts A, B and C. */
export async function madeVault(clock?: () => number) {
  const world = await vaultWorld(clock);
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add([draft('A'), draft('B'), draft('C')]);
  return { world, vault, ids };
}
