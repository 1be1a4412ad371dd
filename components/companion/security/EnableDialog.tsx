import { Button, Dialog, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';

export interface TwoFactorDialogProps {
  readonly onClose: () => void;
}

export interface EnableDialogProps extends TwoFactorDialogProps {
  /** For an authenticator in use, whose secret a mail has seen. */
  readonly replace?: boolean;
}

/** Asks once more; only its own button makes a secret. */
export function EnableDialog({ onClose, replace = false }: EnableDialogProps) {
  const { twoFactor } = useCompanion();
  const start = useAction(() => twoFactor.start(replace));
  return (
    <Dialog
      title={replace ? t('companion.enrol.replaceAction') : t('companion.twoFactor.confirmTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button
            variant="primary"
            busy={start.busy}
            onClick={() => void start.run().then((done) => done && onClose())}
          >
            {replace ? t('companion.enrol.replaceAction') : t('companion.twoFactor.enable')}
          </Button>
        </>
      }
    >
      <p>{t('companion.twoFactor.confirmText')}</p>
      {start.failure && <FormProblem text={refusalMessage(start.failure)} />}
    </Dialog>
  );
}
