import type { Entry, EntryDraft, SecureVault } from '../../lib/vault';
import { vaultWorld } from './vaultWorld';

/** Returns an unlocked vault with these accounts. */
export async function shelf(
  drafts: readonly EntryDraft[] = [],
): Promise<{ vault: SecureVault; entries: () => Promise<readonly Entry[]> }> {
  const vault = (await vaultWorld()).open();
  await vault.create('a passphrase');
  if (drafts.length > 0) await vault.add(drafts);
  const entries = async () => vault.getMany((await vault.list()).map(({ id }) => id));
  return { vault, entries };
}
