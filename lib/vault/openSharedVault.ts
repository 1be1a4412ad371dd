import { createReplication } from './entries/createReplication';
import { openVault } from './openVault';
import type { SharedVault } from './SecureVault';
import type { VaultOptions } from './VaultOptions';

/** Opens the vault with replication, which only the background needs. */
export const openSharedVault = (options: VaultOptions): SharedVault =>
  openVault(options, ({ context, repository, noteUse }) => ({
    replication: createReplication(context, repository, noteUse),
  }));
