import { Button, Dialog, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';

export interface TwoFactorDialogProps {
  readonly onClose: () => void;
}

export interface EnableDialogProps extends TwoFactorDialogProps {
  /**
   * Whether the setup replaces the current authenticator, which works until the new authenticator is verified.
   */
  readonly replace?: boolean;
}

/** Asks for confirmation before a secret is generated. */
export function EnableDialog({ onClose, replace = false }: EnableDialogProps) {
  const { twoFactor } = useCompanion();
  const start = useAction(() => twoFactor.start(replace));
  return (
    <Dialog
      title={
        replace ? t('companion.twoFactor.replaceTitle') : t('companion.twoFactor.confirmTitle')
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button
            variant="primary"
            busy={start.busy}
            onClick={() => void start.run().then((done) => done && onClose())}
          >
            {replace ? t('companion.twoFactor.replace') : t('companion.twoFactor.enable')}
          </Button>
        </>
      }
    >
      <p>{replace ? t('companion.twoFactor.replaceText') : t('companion.twoFactor.confirmText')}</p>
      {start.failure && <FormProblem text={refusalMessage(start.failure)} />}
    </Dialog>
  );
}
