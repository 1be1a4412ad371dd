import { signal } from '@preact/signals';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import { noPolicy } from '../../lib/authenticator/state';
import type { SecureVault } from '../../lib/vault';

/** Returns the store of the page "Vault security" in a browser without backup folders. */
export const securityStoreOf = (vault: SecureVault) =>
  createSecurityStore({
    vault,
    targets: {
      canChooseFolder: false,
      folder: () => Promise.resolve(null),
      allowFolder: () => Promise.resolve(false),
      withBackupLock: (work: () => Promise<void>) => work(),
      chooseFolder: () => Promise.resolve(null),
      write: () => Promise.resolve(true),
    },
    policy: signal(noPolicy),
    copy: () => Promise.resolve(),
  });
