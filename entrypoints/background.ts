import { i18n } from '#i18n';
import { fillMessages } from '../components/messages';
import { browser } from 'wxt/browser';
import {
  createCompanion,
  type CompanionPorts,
  deliverToMailbox,
  demo,
  indexedDbStore,
  profileOf,
  storedSealingKey,
} from '../lib/companion';
import { systemClock } from '../lib/clock';
import { systemRandom } from '../lib/crypto';
import { serviceWorkerDerive } from '../lib/crypto/serviceWorkerDerive';
import { serviceWorkerSealing } from '../lib/crypto/serviceWorkerSealing';
import { isCommonPassword } from '../lib/passphrases/isCommonPassword';
import {
  startClipboardClearing,
  startEach,
  startFilling,
  startWipeOnLock,
  startImageMenu,
  handleDrawnRegion,
  startAutoLock,
  startBackups,
  startSync,
  startTrashCollection,
} from '../lib/authenticator/background';
import { pageAccess, noticeChannel, openPage } from '../lib/platform';
import {
  browserSharedVault,
  browserTargets,
  serveStore,
  vaultDatabase,
} from '../lib/platform/vault';
import { entryMerging } from '../lib/sync/entryMerging';
import { deferredParts } from '../lib/vault/deferredParts';
import { type CallSync, companionChanges, listen } from '../lib/messages';
import { noteUpdate } from '../lib/authenticator/state';
import { fillBoundAccount, type GestureResult } from '../lib/authenticator/fill';
import { buildSync } from './shared/buildSync';
import { vaultSettings } from './shared/vaultSettings';
import { defineBackground } from 'wxt/utils/define-background';

/** Argon2id costs that OWASP recommends: 19 MiB, two passes, one lane. */
const passwordCosts = { memory: 19_456, passes: 2, lanes: 1 };

const describeFill = (result: GestureResult): string => fillMessages[result]();

/** Serves the companion's page and the sync calls of the manage page. */
function servePages(callSync: CallSync): void {
  const changes = noticeChannel(companionChanges);
  const store = indexedDbStore();
  const ports: CompanionPorts = {
    store,
    sealingKey: storedSealingKey(store),
    clock: systemClock,
    random: systemRandom,
    derive: serviceWorkerDerive,
    kdfCosts: passwordCosts,
    mailer: deliverToMailbox,
    announce: (changedBy) => changes.post(changedBy ?? ''),
    profileOf,
  };
  const companion = createCompanion(ports, demo);
  listen(
    companion.fetch,
    () => void companion.noteForeignMessage(),
    (region, tab) => void handleDrawnRegion(region, tab),
    callSync,
  );
}

/** Opens the welcome page after the installation. An update opens no page and only adds a badge to the manage page. */
function welcome(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'install') void openPage('/manage.html', '#/welcome');
    if (reason === 'update' && previousVersion)
      void noteUpdate(previousVersion, browser.runtime.getManifest().version);
  });
}

export default defineBackground({
  type: 'module',
  main() {
    const vault = browserSharedVault({
      ...vaultSettings,
      sealing: serviceWorkerSealing,
      // The background only checks for common passwords. Pages, where passphrases are chosen, also estimate their
      // strength.
      isGuessable: (passphrase) => Promise.resolve(isCommonPassword(passphrase)),
      // A service worker can't `import()` code later, so this code is imported statically.
      merging: () => Promise.resolve(entryMerging),
      deferred: () => Promise.resolve(deferredParts),
    });
    const { sync, callSync } = buildSync(vault);
    const page = { vault, page: pageAccess, describe: describeFill };
    startEach(
      [
        welcome,
        () => servePages(callSync),
        () => serveStore(vaultDatabase(() => undefined)),
        () => startAutoLock(vault, i18n.t('vault.lockNow')),
        () => startTrashCollection(vault),
        () => startBackups(vault, browserTargets()),
        () =>
          startFilling((target) => fillBoundAccount(page, target), i18n.t('popup.fill.command')),
        () => startSync(sync),
        startWipeOnLock,
        startClipboardClearing,
        () => startImageMenu(i18n.t('scan.menuOfImage')),
      ],
      reportError,
    );
  },
});
