import { useEffect } from 'preact/hooks';
import { ChooseImages, ScanOutcome, takeTransfer, transferredIn } from '../scan';
import type { Transferred } from '../scan/takeTransfer';
import type { AddStore } from '../stores/createAddStore';
import type { ScanStore } from '../stores/createScanStore';
import { Banner, Button, t, usePageDrop } from '../ui';
import { KeyForm } from '../vault/KeyForm';
import css from './AddPage.module.css';
import { type AddViews, usePopup } from './PopupContext';
import { useEscape } from './useEscape';
import { useScan } from './useScan';

export interface AddPageProps extends AddViews {
  readonly store: AddStore;
  /** Reads pasted or chosen images and links. */
  readonly scanStore: ScanStore;
  /** Converts a file to an image that the reader accepts. */
  readonly toPicture: (file: Blob) => Promise<Blob>;
}

/**
 * Adds an account by its key, or by an image or link from the clipboard. A file dialog would close the toolbar
 * popup, so the toolbar popup opens files on the manage page.
 */
export function AddPage(props: AddPageProps) {
  const { store, scanStore, toPicture, showScan, showAccounts, takePasted } = props;
  const { beside, codes, open } = usePopup();
  const { failure, done, scan } = useScan(scanStore, showAccounts);
  const { step } = scanStore.state.value;

  const lookAt = (pictures: readonly Blob[]) =>
    scan(() =>
      scanStore.look(async () => ({ pictures: await Promise.all(pictures.map(toPicture)) })),
    );

  const take = (transferred: Transferred | null) =>
    takeTransfer(transferred, {
      onImages: (images) => void lookAt(images),
      onLinks: (links) => void scan(() => scanStore.readTexts(links)),
    });

  usePageDrop(
    {
      onPaste: (event) => void (take(transferredIn(event.clipboardData)) && event.preventDefault()),
      onDrop: (data) => void take(transferredIn(data)),
    },
    [],
  );
  useEscape(showAccounts);
  useEffect(() => {
    take(takePasted());
    return () => scanStore.cancel();
  }, []);

  if (step !== 'idle')
    return (
      <>
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <ScanOutcome
          store={scanStore}
          otherWays={
            <Button icon="key" onClick={() => scanStore.cancel()}>
              {t('popup.empty.type')}
            </Button>
          }
          onDone={(saved, undo) => saved > 0 && done(saved, undo)}
        />
      </>
    );
  return (
    <div class={css['add']}>
      <div class={css['ways']}>
        <Button icon="scan" onClick={showScan}>
          {t('popup.scan')}
        </Button>
        <ChooseImages
          onChoose={(images) => void lookAt(images)}
          instead={beside ? undefined : () => open('#/add')}
        />
        <Button icon="upload" onClick={() => open('#/import')}>
          {t('popup.empty.import')}
        </Button>
        <p>{t('scan.drop')}</p>
      </div>
      <KeyForm store={store} group={codes.group} takeFocus compact onSaved={showAccounts} />
    </div>
  );
}
