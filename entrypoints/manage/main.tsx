import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
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

mount(<Manage parts={authenticator} sections={sections(authenticator)} />);
