import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
import { declineRecovery, holdScan, takeOpenedLink, wasRecoveryDeclined } from '../../lib/platform';
import { browserTargets, keepBackedUp } from '../../lib/vault';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { followLook } from '../shared/followLook';
import { sections } from './sections';

// Before the vault is open: meanwhile its secret would stand in the address.
const link = takeOpenedLink();
if (link !== null) await holdScan({ texts: [link] });

const authenticator = await buildAuthenticator();
followPage(authenticator);
followLook(authenticator);

keepBackedUp(authenticator.source, browserTargets());

const recoveryOffer = {
  isDue: async () => {
    const ways = await authenticator.ways.ways();
    return ways.has('passphrase') && !ways.has('recovery') && !(await wasRecoveryDeclined());
  },
  decline: declineRecovery,
  subscribe: (listener: () => void) => authenticator.source.subscribe(listener),
};

mount(<Manage parts={{ ...authenticator, recoveryOffer }} sections={sections(authenticator)} />);
