import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Region } from '../../../lib/messages';
import type { Camera } from '../../../lib/platform';
import { ChooseImages, ScanOutcome, takeTransfer, transferredIn } from '../../scan';
import type { ScanSource } from '../../stores/ScanState';
import type { ScanStore, ScanTarget } from '../../stores/createScanStore';
import { Button, Card, cx, plural, t, usePageDrop, useToast } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { AreaDialog } from './AreaDialog';
import { CameraView, type CameraViewProps } from './CameraView';
import css from './ScanOptions.module.css';

export interface ScanOptionsProps {
  readonly store: ScanStore;
  /** Returns the input that another page queued for this page, or null. */
  readonly takeOffer: () => Promise<ScanTarget | null>;
  /** Converts a file to an image that the reader accepts. */
  readonly toPicture: (file: Blob) => Promise<Blob>;
  /** Returns an image of a window that the user chooses, or null. */
  readonly captureDisplay: () => Promise<Blob | null>;
  /** Returns the part of an image inside a drawn rectangle. */
  readonly cropPicture: (picture: ScanSource, region: Region) => Promise<ScanSource>;
  readonly openCamera: (id?: string) => Promise<Camera>;
  readonly readFrame: CameraViewProps['readFrame'];
}

/** All ways to pass an image of a QR code, or a link, to this page. Also shows the result. */
export function ScanOptions(props: ScanOptionsProps) {
  const { store, takeOffer, toPicture, captureDisplay, cropPicture, openCamera, readFrame } = props;
  const { accounts } = useManage();
  const toast = useToast();
  const filming = useSignal(false);
  const drawing = useSignal<ScanSource | null>(null);
  const outcome = useRef<HTMLDivElement>(null);

  const lookAt = (pictures: readonly Blob[]) =>
    void store.look(async () => ({ pictures: await Promise.all(pictures.map(toPicture)) }));
  const withDisplay = (take: (picture: Blob) => void) =>
    void captureDisplay().then((picture) => picture && take(picture));
  const drawOn = (picture: ScanSource) => (drawing.value = picture);

  function lookAtArea(picture: ScanSource, region: Region): void {
    drawing.value = null;
    void store.look(async () => ({ pictures: [await cropPicture(picture, region)] }));
  }

  const take = (data: DataTransfer | null, withText: boolean) =>
    takeTransfer(transferredIn(data), {
      onImages: lookAt,
      onLinks: withText ? (links) => void store.readTexts(links) : undefined,
    });

  const over = usePageDrop(
    {
      onPaste: (event) => {
        const typing = event.target instanceof Element && event.target.matches('input, textarea');
        if (take(event.clipboardData, !typing)) event.preventDefault();
      },
      onDrop: (transfer) => void take(transfer, true),
    },
    [],
  );

  useEffect(() => {
    void takeOffer().then((offer) => offer && store.look(async () => offer));
    return () => store.cancel();
  }, []);

  const { step } = store.state.value;
  useEffect(() => {
    if (step !== 'idle') outcome.current?.focus();
  }, [step]);

  async function done(saved: number, undo?: () => Promise<void>): Promise<void> {
    if (saved === 0) return;
    await accounts.reload();
    toast({ text: plural('scan.saved', saved), ...(undo && { undo }) });
    goTo('#/accounts');
  }

  return (
    <Card title={t('scan.byPicture')} hint={t('scan.byPictureHint')}>
      <div class={cx(css['drop'], over.value && css['over'])}>
        <p>{t('scan.drop')}</p>
        <div class={css['ways']}>
          <ChooseImages onChoose={lookAt} />
          <Button icon="camera" onClick={() => (filming.value = true)}>
            {t('scan.ways.camera')}
          </Button>
          <Button icon="window" onClick={() => withDisplay((picture) => lookAt([picture]))}>
            {t('scan.ways.display')}
          </Button>
          <Button icon="scan" onClick={() => withDisplay(drawOn)}>
            {t('scan.ways.displayArea')}
          </Button>
        </div>
      </div>
      {filming.value && (
        <CameraView
          openCamera={openCamera}
          readFrame={readFrame}
          onFound={(texts) => {
            filming.value = false;
            void store.readTexts(texts);
          }}
          onClose={() => (filming.value = false)}
        />
      )}
      {drawing.value && (
        <AreaDialog
          picture={drawing.value}
          onDraw={(region) => drawing.value && lookAtArea(drawing.value, region)}
          onClose={() => (drawing.value = null)}
        />
      )}
      <div ref={outcome} tabIndex={-1} class={css['outcome']}>
        <ScanOutcome
          store={store}
          otherWays={<Button onClick={() => store.cancel()}>{t('scan.back')}</Button>}
          drawOn={drawOn}
          onDone={(saved, undo) => void done(saved, undo)}
        />
      </div>
    </Card>
  );
}
