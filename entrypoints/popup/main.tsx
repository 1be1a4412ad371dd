import { Popup } from '../../components/popup';
import { mount } from '../../components/ui';
import { openPage, viewKind } from '../../lib/platform';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { followLook } from '../shared/followLook';

document.documentElement.dataset['view'] = viewKind();
const authenticator = await buildAuthenticator();
followPage(authenticator);
followLook(authenticator);

async function openPlace(place: `#/${string}`): Promise<void> {
  await openPage('/manage.html', place);
  if (viewKind() === 'popup') window.close();
}

mount(
  <Popup
    parts={{
      ...authenticator,
      open: (place) => void openPlace(place),
      copy: (text) => navigator.clipboard.writeText(text),
    }}
  />,
);
