import { Companion, CompanionProvider } from '../../components/companion';
import {
  createCompanionStores,
  createSessionTokenStore,
  readClientId,
} from '../../components/companion/stores';
import { mount, Toasts } from '../../components/ui';
import { companionBase, companionChanges, companionFetch } from '../../lib/messages';
import { offerBackupCodes, watchSavedCodes } from '../../lib/authenticator/state';
import { noticeChannel } from '../../lib/platform';
import { qrMatrix } from '../../lib/qr';

// The name of the simulated browser, from the address after `?`. Each simulated browser has a session of its own.
const pretend = window.location.search.slice(1);

const stores = createCompanionStores({
  base: companionBase,
  fetch: companionFetch,
  pageId: crypto.randomUUID(),
  tokenStore: createSessionTokenStore(window.localStorage, pretend),
  clientId: readClientId(window.localStorage, pretend),
  locks: navigator.locks,
  window,
  openAnotherBrowser: () =>
    void window.open(`?${crypto.randomUUID().slice(0, 8)}#/sign-in`, '_blank', 'noopener'),
});

noticeChannel(companionChanges).subscribe(
  (changedBy) => void stores.onChange(changedBy === '' ? null : changedBy),
);

void stores.refresh();
mount(
  <CompanionProvider value={{ ...stores, qrMatrix, keepCodes: offerBackupCodes, watchSavedCodes }}>
    <Toasts>
      <Companion />
    </Toasts>
  </CompanionProvider>,
);
