import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ScanOutcome } from '../scan';
import type { ScanStore, ScanTarget } from '../stores/createScanStore';
import { Banner, Button, errorMessage, plural, t, useToast } from '../ui';
import css from './ScanPage.module.css';
import { usePopup } from './PopupContext';

export interface ScanPageProps {
  readonly store: ScanStore;
  /** Takes a picture of the page in front. */
  readonly capture: () => Promise<ScanTarget>;
  /** Lets the user draw a rectangle over the page; the popup closes then. */
  readonly drawArea: () => Promise<void>;
  readonly showAccounts: () => void;
}

/** Looks at the page in front by itself, and shows what it found. */
export function ScanPage({ store, capture, drawArea, showAccounts }: ScanPageProps) {
  const { open } = usePopup();
  const toast = useToast();
  const failure = useSignal('');
  const look = () => void store.look(capture);
  useEffect(() => {
    look();
    return () => store.cancel();
  }, []);
  const draw = () =>
    drawArea().catch((error: unknown) => {
      failure.value = errorMessage(error);
    });
  return (
    <div class={css['scan']}>
      <div class={css['outcome']}>
        <ScanOutcome
          store={store}
          otherWays={
            <Button variant="primary" icon="refresh" onClick={look}>
              {t('scan.ways.again')}
            </Button>
          }
          onDone={(saved) => {
            if (saved > 0) toast({ text: plural('scan.saved', saved) });
            showAccounts();
          }}
        />
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
        </nav>
      </footer>
    </div>
  );
}
