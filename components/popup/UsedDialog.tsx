import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntrySummary } from '../../lib/vault';
import { Button, Dialog, t } from '../ui';
import { usePopup } from './PopupContext';

export interface UsedDialogProps {
  readonly entry: EntrySummary;
  /** Called after the next time step has begun, or with `again` true to fill the current code another time. */
  readonly onFill: (again: boolean) => void;
  readonly onClose: () => void;
}

/**
 * Offers to wait for the next code, because the code of this time step was already filled and most sites accept a
 * code only once.
 */
export function UsedDialog({ entry, onFill, onClose }: UsedDialogProps) {
  const { codes } = usePopup();
  const live = useMemo(() => codes.open(entry), [entry.id]);
  useEffect(() => live.close, [live]);
  const waiting = useSignal(false);
  const first = useMemo(() => live.step.value, [live]);
  const isOver = live.step.value !== first;
  useEffect(() => {
    if (waiting.value && isOver) onFill(false);
  }, [waiting.value, isOver]);
  const seconds = Math.ceil(live.left.value * entry.otp.period);
  return (
    <Dialog
      title={t('popup.used.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onFill(true)}>{t('popup.used.again')}</Button>
          <Button variant="primary" disabled={waiting.value} onClick={() => (waiting.value = true)}>
            {t('popup.used.next')}
          </Button>
        </>
      }
    >
      <p>{t('popup.fill.used')}</p>
      <p role="timer" aria-live="off">
        {waiting.value
          ? t('popup.used.waiting', [String(seconds)])
          : t('popup.used.left', [String(seconds)])}
      </p>
    </Dialog>
  );
}
