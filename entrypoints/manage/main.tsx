import { Manage } from '../../components/manage';
import { mount } from '../../components/ui';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { followLook } from '../shared/followLook';
import { sections } from './sections';

const authenticator = await buildAuthenticator();
followPage(authenticator);
followLook(authenticator);

mount(<Manage parts={authenticator} sections={sections(authenticator)} />);
