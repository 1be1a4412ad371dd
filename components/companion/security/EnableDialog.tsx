import { Button, Dialog, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { useAction } from '../useAction';

export interface TwoFactorDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export interface EnableDialogProps extends TwoFactorDialogProps {
  /** For an authenticator in use, whose secret a mail has seen. */
  readonly replace?: boolean;
}

/** Asks once more; only its own button makes a secret. */
export function EnableDialog({ open, onClose, replace = false }: EnableDialogProps) {
  const { twoFactor } = useCompanion();
  const start = useAction(() => twoFactor.start(replace));
  const close = () => {
    start.forget();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={replace ? t('companion.enrol.replaceAction') : t('companion.twoFactor.confirmTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('companion.cancel')}</Button>
          <Button
            variant="primary"
            busy={start.busy.value}
            onClick={() => void start.run().then((done) => done && close())}
          >
            {replace ? t('companion.enrol.replaceAction') : t('companion.twoFactor.enable')}
          </Button>
        </>
      }
    >
      <p>{t('companion.twoFactor.confirmText')}</p>
      {start.refusal.value && <FormProblem text={refusalMessage(start.refusal.value)} />}
    </Dialog>
  );
}
