import type { ComponentChildren } from 'preact';
import type { ScanSource } from '../stores/ScanState';
import type { ScanStore } from '../stores/createScanStore';
import { Banner, Button, errorMessage, Spinner, t } from '../ui';
import { FoundView } from './FoundView';
import { NothingFound } from './NothingFound';
import { ScanContext } from './ScanContext';
import css from './Scan.module.css';

export interface ScanOutcomeProps {
  readonly store: ScanStore;
  /** Buttons for other ways to add the account, shown if the scan found nothing. */
  readonly otherWays: ComponentChildren;
  /**
   * Lets the user draw a rectangle on a scanned picture. Absent in the popup, where the user draws on the page
   * itself.
   */
  readonly drawOn?: (seen: ScanSource) => void;
  /**
   * Called when the scan is over, with the number of saved accounts and the undo. The number is 0 if the scan was
   * canceled.
   */
  readonly onDone: (saved: number, undo?: () => Promise<void>) => void;
}

/** The state of a scan: reading, found, nothing found, or an error. */
export function ScanOutcome({ store, otherWays, drawOn, onDone }: ScanOutcomeProps) {
  const state = store.state.value;
  const cancel = () => {
    store.cancel();
    onDone(0);
  };
  const drawArea = ({ seen }: { readonly seen: ScanSource | null }) =>
    drawOn &&
    seen && (
      <Button icon="scan" onClick={() => drawOn(seen)}>
        {t('scan.ways.area')}
      </Button>
    );
  return (
    <ScanContext.Provider value={store}>
      {state.step === 'looking' && (
        <div class={css['looking']}>
          <Spinner size={28} label={t('scan.looking')} />
          <p aria-hidden="true">{t('scan.looking')}</p>
          <Button variant="quiet" onClick={cancel}>
            {t('scan.cancel')}
          </Button>
        </div>
      )}
      {state.step === 'found' && (
        <FoundView found={state} more={drawArea(state)} onDone={onDone} onCancel={cancel} />
      )}
      {state.step === 'nothing' && (
        <NothingFound seen={state.seen}>
          {drawArea(state)}
          {otherWays}
        </NothingFound>
      )}
      {state.step === 'failed' && (
        <Banner tone="danger" actions={otherWays}>
          {errorMessage(state.error)}
        </Banner>
      )}
    </ScanContext.Provider>
  );
}
