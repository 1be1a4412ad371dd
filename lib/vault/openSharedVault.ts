import type { BackupDeps } from './backup/createBackups';
import { createReplication } from './entries/createReplication';
import { openVault } from './openVault';
import type { SharedVault } from './SecureVault';

/** Opens the vault with replication, which only the background needs. */
export const openSharedVault = (deps: BackupDeps): SharedVault =>
  openVault(deps, ({ context, repository, noteUse }) => ({
    replication: createReplication(context, repository, noteUse),
  }));
