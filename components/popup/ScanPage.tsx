import { useEffect, useRef } from 'preact/hooks';
import { ScanOutcome } from '../scan';
import type { ScanStore, ScanTarget } from '../stores/createScanStore';
import { Banner, Button, errorMessage, t } from '../ui';
import css from './ScanPage.module.css';
import { usePopup } from './PopupContext';
import { useEscape } from './useEscape';
import { useScan } from './useScan';

export interface ScanPageProps {
  readonly store: ScanStore;
  /** Takes a screenshot of the active page. */
  readonly capture: () => Promise<ScanTarget>;
  /** Lets the user draw a rectangle on the page. The popup closes. */
  readonly drawArea: () => Promise<void>;
  readonly showAccounts: () => void;
}

/** Scans the active page immediately, and shows the result. */
export function ScanPage({ store, capture, drawArea, showAccounts }: ScanPageProps) {
  const { open } = usePopup();
  const { failure, done, scan } = useScan(store, showAccounts);
  // The user may select an area before the scan ends, and then doesn't want its result.
  const isDrawing = useRef(false);
  const { step } = store.state.value;
  const look = () => scan(() => store.look(capture), isDrawing);
  useEffect(() => {
    void look();
    return () => store.cancel();
  }, []);
  useEscape(showAccounts);
  const draw = () => {
    isDrawing.current = true;
    return drawArea().catch((error: unknown) => {
      isDrawing.current = false;
      failure.value = errorMessage(error);
    });
  };
  return (
    <div class={css['scan']}>
      <div class={css['outcome']}>
        <ScanOutcome store={store} otherWays={null} onDone={done} />
      </div>
      <footer class={css['foot']}>
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <nav class={css['ways']} aria-label={t('scan.ways.other')}>
          <Button icon="scan" onClick={() => void draw()}>
            {t('scan.ways.area')}
          </Button>
          <Button icon="image" onClick={() => open('#/add')}>
            {t('scan.ways.other')}
          </Button>
          {/* This option is last, so that the others stay in place under the pointer. */}
          {(step === 'nothing' || step === 'failed') && (
            <Button variant="primary" icon="refresh" onClick={() => void look()}>
              {t('scan.ways.again')}
            </Button>
          )}
        </nav>
      </footer>
    </div>
  );
}
