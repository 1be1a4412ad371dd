import type { SecureVault } from '../../../lib/vault';
import { copyOf, putBack } from '../../support/vaultDamage';
import type { VaultWorld } from '../../support/vaultWorld';
import { both } from './attackedVault';

/** Copies both stores. Returns a function that restores the copies. */
export async function copies(world: VaultWorld) {
  const taken = await Promise.all(both.map((name) => copyOf(world, name)));
  return async () => {
    for (const [index, name] of both.entries()) {
      const copy = taken[index];
      if (copy) await putBack(world, name, copy);
    }
  };
}

/** Makes a backup, and records in the vault that the backup was stored. */
export async function backUp(vault: SecureVault) {
  const backup = await vault.backups.make();
  await vault.backups.recordBackup(backup);
  return backup;
}

/** Returns the kinds of the current health report's findings. */
export const kinds = async (vault: SecureVault) => {
  await vault.list();
  return (await vault.health.report())?.findings.map(({ kind }) => kind) ?? [];
};
