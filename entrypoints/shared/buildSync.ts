import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { syncStores } from '../../lib/authenticator/background';
import { readSyncPolicy } from '../../lib/authenticator/state';
import { callService, createSyncService } from '../../lib/authenticator/sync';
import { systemClock } from '../../lib/clock';
import { systemRandom } from '../../lib/crypto';
import { serviceWorkerSealing } from '../../lib/crypto/serviceWorkerSealing';
import type { CallSync } from '../../lib/messages';
import { withLock } from '../../lib/platform';
import { createSync, type Sync } from '../../lib/sync';
import type { SharedVault } from '../../lib/vault';
import { syncTransport } from './syncTransport';

/** Builds sync for the background's vault, and the sync calls that pages may make. */
export function buildSync(vault: SharedVault): {
  readonly sync: Sync;
  readonly callSync: CallSync;
} {
  const shared = { transportOf: syncTransport, clock: systemClock, random: systemRandom };
  const sync = createSync({
    ...shared,
    replication: vault.replication,
    app: browser.runtime.getManifest().version,
    nameOf: (issuer, device) => i18n.t('sync.conflicts.otherVersion', [issuer, device]),
    status: syncStores.status,
    exclusive: (work) => withLock('tessera-sync', work),
  });
  const service = createSyncService({
    ...shared,
    ...syncStores,
    vault,
    sync,
    policy: readSyncPolicy,
    sealing: serviceWorkerSealing,
  });
  return { sync, callSync: (method, parameters) => callService(service, method, parameters) };
}
