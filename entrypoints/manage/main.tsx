import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
import { declineRecovery, queueScan, wasRecoveryDeclined } from '../../lib/authenticator/state';
import { takeOpenedLink } from '../../lib/platform';
import { browserTargets } from '../../lib/platform/vault';
import { backUpOnChange } from '../../lib/authenticator/background';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { followLook } from '../shared/followLook';
import { sections } from './sections';

// Before the vault is open: meanwhile its secret would stand in the address.
const link = takeOpenedLink();
if (link !== null) await queueScan({ texts: [link] });

const authenticator = await buildAuthenticator();
followPage(authenticator);
followLook(authenticator);

const { source } = authenticator;
backUpOnChange(source, browserTargets());

const subscribe = (listener: () => void) => source.subscribe(listener);

const health = {
  findings: async () => {
    // What is not verified yet is by this; a lock in between leaves nothing to tell.
    const report = await source
      .list()
      .then(() => source.health.report())
      .catch(() => null);
    return report?.findings ?? [];
  },
  subscribe,
};

const recoveryOffer = {
  isDue: async () => {
    const ways = await authenticator.ways.ways();
    return ways.has('passphrase') && !ways.has('recovery') && !(await wasRecoveryDeclined());
  },
  decline: declineRecovery,
  subscribe,
};

mount(
  <Manage parts={{ ...authenticator, health, recoveryOffer }} sections={sections(authenticator)} />,
);
