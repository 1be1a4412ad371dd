import { useSignal } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Region } from '../../../lib/messages';
import { usePictureUrl } from '../../scan';
import type { ScanSource } from '../../stores/ScanState';
import { Button, Dialog, t } from '../../ui';
import css from './AreaDialog.module.css';
import { between, isArea, moved, type SelectionRect, type Place } from './SelectionRect';

export interface AreaDialogProps {
  readonly picture: ScanSource;
  /** Called with the drawn rectangle, in pixels of the picture. */
  readonly onDraw: (region: Region) => void;
  readonly onClose: () => void;
}

type Pointing = TargetedPointerEvent<HTMLButtonElement>;

const percent = (share: number) => `${share * 100}%`;

const placeOf = ({ clientX, clientY, currentTarget }: Pointing): Place => {
  const box = currentTarget.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
};

/** Shows a picture on which the user draws a rectangle with the pointer or the arrow keys. */
export function AreaDialog({ picture, onDraw, onClose }: AreaDialogProps) {
  const address = usePictureUrl(picture);
  const area = useSignal<SelectionRect | null>(null);
  const start = useRef<Place | null>(null);
  const image = useRef<HTMLImageElement>(null);

  function onPointerDown(event: Pointing): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = placeOf(event);
    area.value = null;
  }

  function onPointerMove(event: Pointing): void {
    if (start.current) area.value = between(start.current, placeOf(event));
  }

  function onPointerUp(event: Pointing): void {
    onPointerMove(event);
    start.current = null;
    look();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = moved(area.value, event);
    if (next) area.value = next;
    else if (event.key === 'Enter') look();
    else return;
    event.preventDefault();
  }

  function look(): void {
    const { naturalWidth: windowWidth = 0, naturalHeight: windowHeight = 0 } = image.current ?? {};
    if (!area.value || !isArea(area.value)) return;
    const { left, top, width, height } = area.value;
    onDraw({
      left: left * windowWidth,
      top: top * windowHeight,
      width: width * windowWidth,
      height: height * windowHeight,
      windowWidth,
      windowHeight,
    });
  }

  return (
    <Dialog
      full
      title={t('scan.ways.area')}
      onClose={onClose}
      actions={
        <Button variant="primary" disabled={!area.value || !isArea(area.value)} onClick={look}>
          {t('scan.area.look')}
        </Button>
      }
    >
      <p>
        {t('scan.drawHint')} <span class={css['keys']}>{t('scan.area.keys')}</span>
      </p>
      <button
        type="button"
        class={css['picture']}
        aria-label={t('scan.area.picture')}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onKeyDown={onKeyDown}
      >
        {address.value && <img ref={image} src={address.value} alt="" draggable={false} />}
        {area.value && (
          <div
            class={css['area']}
            style={{
              left: percent(area.value.left),
              top: percent(area.value.top),
              width: percent(area.value.width),
              height: percent(area.value.height),
            }}
          />
        )}
      </button>
    </Dialog>
  );
}
