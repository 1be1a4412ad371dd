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
  /** Buttons for other ways to the account, shown where this one led nowhere. */
  readonly otherWays: ComponentChildren;
  /** Lets the user draw an area of a picture that was looked at; the popup's own way needs none of it. */
  readonly drawOn?: (seen: ScanSource) => void;
  /** Called when the scan is over: with how many accounts were saved, 0 when it was called off, and the undo. */
  readonly onDone: (saved: number, undo?: () => Promise<void>) => void;
}

/** What became of a scan: being looked at, found, nothing, or why it could not be looked at. */
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
