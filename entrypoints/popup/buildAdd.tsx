import { AddPage } from '../../components/popup/AddPage';
import type { AddViews } from '../../components/popup/PopupContext';
import { createAddStore } from '../../components/stores/createAddStore';
import { createDraft } from '../../components/stores/createDrafts';
import { scannedSites, typedAccount } from '../../lib/authenticator/state';
import { pictureFile } from '../../lib/platform';
import type { Authenticator } from '../shared/authenticator';
import { buildScan } from '../shared/scanning';

/** Builds the view that adds an account. The popup loads this file on demand. */
export function buildAdd(authenticator: Authenticator) {
  const { vault, vaultStore, ticker } = authenticator;
  const store = createAddStore({
    vault,
    second: ticker.second,
    state: vaultStore.state,
    draft: createDraft(vault.drafts, 'add', typedAccount),
  });
  const { store: scanStore } = buildScan(authenticator, { onScanned: scannedSites.keep });
  return (views: AddViews) => () => (
    <AddPage store={store} scanStore={scanStore} toPicture={pictureFile} {...views} />
  );
}
