import type { EntrySummary } from '../../lib/vault';
import { Button, Dialog, t } from '../ui';

export interface FillDialogProps {
  readonly entry: EntrySummary;
  /** The host that was in front when it was asked for: the answer is good for no other. */
  readonly host: string;
  /** Fill in; `always` binds the site to the account first. */
  readonly onAnswer: (always: boolean) => void;
  readonly onClose: () => void;
}

/** "Fill here anyway?", with the name of the host: a look-alike is told by its name alone. */
export function FillDialog({ entry, host, onAnswer, onClose }: FillDialogProps) {
  return (
    <Dialog
      open
      title={t('popup.fill.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onAnswer(false)}>{t('popup.fill.once')}</Button>
          <Button variant="primary" onClick={() => onAnswer(true)}>
            {t('popup.fill.always')}
          </Button>
        </>
      }
    >
      <p>{t('popup.fill.ask', [entry.issuer || entry.account])}</p>
      <p>
        <strong dir="ltr">{host}</strong>
      </p>
    </Dialog>
  );
}
