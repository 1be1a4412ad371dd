import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

export const passphrase = 'correct horse';

export async function madeVault(clock?: () => number) {
  const world = await vaultWorld(clock);
  const vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('GitHub'), draft('GitLab')]);
  return { world, vault };
}

export const issuers = async (vault: ReturnType<VaultWorld['open']>) =>
  (await vault.list()).map(({ issuer }) => issuer);

/** Restarts the browser, which clears the memory. Returns the vault in a new page. */
export function again(world: VaultWorld) {
  world.restart();
  return world.open();
}
