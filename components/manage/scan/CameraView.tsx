import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Camera } from '../../../lib/platform';
import { joinParts, mergeReadings } from '../../../lib/authenticator/import';
import type { QrReading } from '../../../lib/qr';
import { MissingParts } from '../../scan';
import { Banner, Dialog, errorMessage, Select, Spinner, Switch, t } from '../../ui';
import css from './CameraView.module.css';

export interface CameraViewProps {
  readonly openCamera: (id?: string) => Promise<Camera>;
  /** Reads one frame. `medium` also finds codes that the fast reader misses, and takes up to a second. */
  readonly readFrame: (frame: ImageBitmap, effort: 'quick' | 'medium') => Promise<QrReading>;
  /** Called once, with the texts of all codes in the first frame that contains a code. */
  readonly onFound: (texts: readonly string[]) => void;
  readonly onClose: () => void;
  /** What to do without a camera. Default: the advice for QR codes that set up accounts. */
  readonly otherWay?: string;
}

/**
 * Interval between two frames, in milliseconds. `showFound` is how long the outline of a found code stays
 * visible.
 */
const pause = 80;
const showFound = 500;
/** Time without a code after which one frame is read with more effort, in milliseconds. */
const patience = 1000;

const nothing: QrReading = { codes: [], parts: [], truncated: false };

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A live camera view that outlines each code that it finds. */
export function CameraView(props: CameraViewProps) {
  const { openCamera, readFrame, onFound, onClose, otherWay } = props;
  const video = useRef<HTMLVideoElement>(null);
  const camera = useSignal<Camera | null>(null);
  const failure = useSignal('');
  const wanted = useSignal('');
  const lit = useSignal(false);
  /** The codes of the latest frame, and the message parts of all frames so far. */
  const reading = useSignal(nothing);
  const size = useSignal({ width: 1, height: 1 });

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    let opened: Camera | null = null;

    async function watch(view: HTMLVideoElement): Promise<void> {
      let lastMedium = performance.now();
      while (!signal.aborted) {
        size.value = { width: view.videoWidth || 1, height: view.videoHeight || 1 };
        const effort = performance.now() - lastMedium < patience ? 'quick' : 'medium';
        const found = await readFrame(await createImageBitmap(view), effort).catch(() => nothing);
        if (signal.aborted) return;
        if (effort === 'medium') lastMedium = performance.now();
        // The parts of a message are collected across frames.
        const { parts } = reading.value;
        reading.value = mergeReadings([{ ...nothing, parts }, found]);
        const { codes } = reading.value;
        if (codes.length === 0) await wait(pause);
        else {
          await wait(showFound);
          if (!signal.aborted) onFound(codes.map(({ text }) => text));
          return;
        }
      }
    }

    async function start(): Promise<void> {
      opened = await openCamera(wanted.value);
      if (signal.aborted) return opened.close();
      camera.value = opened;
      lit.value = false;
      const view = video.current;
      if (!view) return;
      view.srcObject = opened.stream;
      await view.play();
      await watch(view);
    }

    start().catch((error: unknown) => {
      if (!signal.aborted) failure.value = otherWay ?? errorMessage(error);
    });
    return () => {
      ended.abort();
      opened?.close();
      camera.value = null;
    };
  }, [wanted.value]);

  const { width, height } = size.value;
  return (
    <Dialog title={t('scan.camera.title')} onClose={onClose}>
      {failure.value ? (
        <Banner tone="danger">{failure.value}</Banner>
      ) : (
        <div class={css['view']}>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a live view without sound */}
          <video ref={video} muted playsInline aria-label={t('scan.camera.view')} />
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {reading.value.codes.map(({ text, corners }) => (
              <polygon key={text} points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
            ))}
          </svg>
          {!camera.value && <Spinner size={28} label={t('scan.looking')} />}
        </div>
      )}
      <MissingParts messages={joinParts(reading.value.parts).incomplete} />
      {camera.value && camera.value.all.length > 1 && (
        <Select
          label={t('scan.camera.which')}
          value={camera.value.id}
          options={camera.value.all.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => (wanted.value = id)}
        />
      )}
      {camera.value?.torch && (
        <Switch
          label={t('scan.camera.torch')}
          checked={lit.value}
          onChange={(on) => {
            lit.value = on;
            void camera.value?.torch?.(on);
          }}
        />
      )}
    </Dialog>
  );
}
