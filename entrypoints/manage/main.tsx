import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
import { PicturesContext } from '../../components/vault';
import { declineRecovery, queueScan, wasRecoveryDeclined } from '../../lib/authenticator/state';
import { takeOpenedLink } from '../../lib/platform';
import { browserTargets } from '../../lib/platform/vault';
import { backUpOnChange } from '../../lib/authenticator/background';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { applyAppearance } from '../shared/applyAppearance';
import { backupReminderOf } from '../shared/backupReminder';
import { saveRescueFile } from '../../components/stores/createSecurityStore';
import { iconTools } from './iconTools';
import { sections } from './sections';

// Takes the link before the vault is opened, so that the link's secret doesn't stay in the address.
const link = takeOpenedLink();
if (link !== null) await queueScan({ texts: [link] });

const authenticator = await buildAuthenticator();
followPage(authenticator);
applyAppearance(authenticator);

const { vault } = authenticator;
const targets = browserTargets();
backUpOnChange(vault, targets);

const subscribe = (listener: () => void) => vault.subscribe(listener);

const health = {
  findings: async () => {
    // While the vault is locked or can't be read, there is nothing to report here.
    const report = await vault.health.report().catch(() => null);
    return report?.findings ?? [];
  },
  subscribe,
};

const recoveryOffer = {
  isDue: async () => {
    const methods = await authenticator.unlockMethods.list();
    return methods.has('passphrase') && !methods.has('recovery') && !(await wasRecoveryDeclined());
  },
  decline: declineRecovery,
  subscribe,
};

mount(
  <PicturesContext.Provider value={authenticator.pictures}>
    <Manage
      parts={{
        ...authenticator,
        health,
        wayOut: { ...vault.setAside, rescue: () => saveRescueFile(vault, targets) },
        recoveryOffer,
        icons: iconTools(vault),
        joinFirst: async () => (await import('./syncTools')).buildSyncTools(authenticator),
        backupReminder: backupReminderOf(authenticator, { savesDownloads: true }),
      }}
      sections={sections(authenticator)}
    />
  </PicturesContext.Provider>,
);
