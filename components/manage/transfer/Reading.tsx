import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ImportState } from '../../stores/ImportState';
import { Button, plural, Progress, t } from '../../ui';
import css from './Transfer.module.css';

export interface ReadingProps {
  readonly reading: Extract<ImportState, { step: 'reading' }>;
  readonly onCancel: () => void;
}

/** Update interval of the progress bar, in milliseconds. */
const tick = 200;
/** Maximum of the progress bar. An estimate may be too short, and unfinished work must not look complete. */
const most = 0.95;

/** A file that is being opened. The bar follows an estimate, because a derivation doesn't report its progress. */
export function Reading({ reading: { name, estimate }, onCancel }: ReadingProps) {
  const share = useSignal(0);
  useEffect(() => {
    share.value = 0;
    if (estimate === null) return undefined;
    const start = performance.now();
    const timer = setInterval(() => {
      share.value = Math.min((performance.now() - start) / estimate, most);
    }, tick);
    return () => clearInterval(timer);
  }, [estimate]);
  return (
    <div class={css['waiting']}>
      <Progress
        label={t('transfer.import.reading', [name])}
        value={estimate === null ? null : share.value}
      />
      {estimate !== null && (
        <p>{plural('transfer.import.estimate', Math.ceil(estimate / 1_000))}</p>
      )}
      <div>
        <Button onClick={onCancel}>{t('transfer.cancel')}</Button>
      </div>
    </div>
  );
}
