import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
import { declineRecovery, wasRecoveryDeclined } from '../../lib/platform';
import { browserTargets, keepBackedUp } from '../../lib/vault';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { followLook } from '../shared/followLook';
import { sections } from './sections';

const authenticator = await buildAuthenticator();
followPage(authenticator);
followLook(authenticator);

// One page at a time makes the backups that make themselves.
keepBackedUp(authenticator.source, browserTargets(), (work) =>
  navigator.locks.request('tessera-backups', { ifAvailable: true }, (lock) =>
    lock ? work() : undefined,
  ),
);

const recoveryOffer = {
  isDue: async () => {
    const ways = await authenticator.ways.ways();
    return ways.has('passphrase') && !ways.has('recovery') && !(await wasRecoveryDeclined());
  },
  decline: declineRecovery,
  subscribe: authenticator.source.subscribe,
};

mount(<Manage parts={{ ...authenticator, recoveryOffer }} sections={sections(authenticator)} />);
