import { Banner, Button, Dialog, t, useToast, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import type { TwoFactorDialogProps } from './EnableDialog';
import { showSection } from './showSection';

export interface DisableDialogProps extends TwoFactorDialogProps {
  /** The version of the account's security state that the dialog shows. */
  readonly version: number;
  readonly google: boolean;
  /** Whether the password is too short without a second factor. */
  readonly passwordShort: boolean;
}

/** Explains the consequences of turning the second factor off, and asks for confirmation. */
export function DisableDialog(props: DisableDialogProps) {
  const { onClose, version, google, passwordShort } = props;
  const { twoFactor } = useCompanion();
  const say = useToast();
  const disable = useAction(() => twoFactor.disable(version));
  const confirm = async () => {
    if (!(await disable.run())) return;
    onClose();
    say({ text: t('companion.twoFactor.disabled') });
  };
  return (
    <Dialog
      title={t('companion.twoFactor.disableTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button variant="danger" busy={disable.busy} onClick={() => void confirm()}>
            {t('companion.twoFactor.disable')}
          </Button>
        </>
      }
    >
      <p>
        {google ? t('companion.twoFactor.disableTextGoogle') : t('companion.twoFactor.disableText')}
      </p>
      {passwordShort && (
        <Banner
          tone="warning"
          actions={
            <Button
              onClick={() => {
                onClose();
                showSection('change-password');
              }}
            >
              {t('companion.twoFactor.changePassword')}
            </Button>
          }
        >
          {t('companion.twoFactor.weakPassword')}
        </Banner>
      )}
      {disable.failure && <FormProblem text={refusalMessage(disable.failure)} />}
    </Dialog>
  );
}
