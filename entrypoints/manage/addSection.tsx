import type { Section } from '../../components/manage';
import { createAddStore } from '../../components/stores/createAddStore';
import type { Drafts } from '../../components/stores/createDrafts';
import { t } from '../../components/ui';
import { captureDisplay, cropPicture, openCamera, pictureFile } from '../../lib/platform';
import { scannedSites, takeQueuedScan } from '../../lib/authenticator/state';
import type { Authenticator } from '../shared/authenticator';

/**
 * The page that adds an account, at `#/add`. The account can come from a QR code in any form or be entered by
 * hand.
 */
export const addSection = (
  { vault, vaultStore, ticker }: Authenticator,
  draftOf: Drafts,
): Section => ({
  id: 'add',
  icon: 'plus',
  label: () => t('manage.sections.add'),
  load: async () => {
    const [{ Add }, { ScanOptions }, { buildScan }] = await Promise.all([
      import('../../components/manage/add'),
      import('../../components/manage/scan'),
      import('../shared/scanning'),
    ]);
    const byKey = createAddStore({
      vault,
      second: ticker.second,
      state: vaultStore.state,
      draft: draftOf('add'),
    });
    const { store, readFrame } = buildScan({ vault, ticker }, { onScanned: scannedSites.keep });
    return () => (
      <Add store={byKey}>
        <ScanOptions
          store={store}
          takeOffer={takeQueuedScan}
          toPicture={pictureFile}
          captureDisplay={captureDisplay}
          cropPicture={cropPicture}
          openCamera={openCamera}
          readFrame={readFrame}
        />
      </Add>
    );
  },
});
