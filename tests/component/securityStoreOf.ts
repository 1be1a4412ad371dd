import { signal } from '@preact/signals';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import { noPolicy } from '../../lib/authenticator/state';
import type { SecureVault } from '../../lib/vault';
import { downloadsOnly } from '../support/backupTargets';

/** Returns the store of the page "Vault security" in a browser without backup folders. */
export const securityStoreOf = (vault: SecureVault) =>
  createSecurityStore({
    vault,
    targets: downloadsOnly,
    policy: signal(noPolicy),
    copy: () => Promise.resolve(),
  });
