import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ScanOutcome } from '../scan';
import type { ScanStore, ScanTarget } from '../stores/createScanStore';
import type { ScanState } from '../stores/ScanState';
import { Banner, Button, errorMessage, plural, t, useToast } from '../ui';
import css from './ScanPage.module.css';
import { usePopup } from './PopupContext';

export interface ScanPageProps {
  readonly store: ScanStore;
  /** Takes a screenshot of the active page. */
  readonly capture: () => Promise<ScanTarget>;
  /** Lets the user draw a rectangle on the page. The popup closes. */
  readonly drawArea: () => Promise<void>;
  readonly showAccounts: () => void;
}

/** Whether a scan found exactly one new account, which has a name, and nothing to report or ask. */
function isSimple(state: ScanState): boolean {
  if (state.step !== 'found' || state.candidates.length !== 1) return false;
  const [only] = state.candidates;
  const { unreadable, batches, others, unread, incomplete, truncated } = state;
  return (
    only?.known === null &&
    !only.asksPin &&
    only.account.issuer !== '' &&
    unreadable.length + batches.length + others.length + incomplete.length + unread === 0 &&
    !truncated
  );
}

/** Scans the active page immediately, and shows the result. */
export function ScanPage({ store, capture, drawArea, showAccounts }: ScanPageProps) {
  const { open } = usePopup();
  const toast = useToast();
  const failure = useSignal('');
  // The user may select an area before the scan ends, and then doesn't want its result.
  const isDrawing = useRef(false);
  const { step } = store.state.value;
  const done = (saved: number, undo?: () => Promise<void>) => {
    if (saved > 0) toast({ text: plural('scan.saved', saved), ...(undo && { undo }) });
    showAccounts();
  };
  // A simple result is saved immediately. The new code appears, and the toast offers undo.
  const look = async () => {
    await store.look(capture);
    if (isDrawing.current || !isSimple(store.state.value)) return;
    try {
      const { count, undo } = await store.save();
      done(count, undo);
    } catch (error) {
      failure.value = errorMessage(error);
    }
  };
  useEffect(() => {
    void look();
    return () => store.cancel();
  }, []);
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
