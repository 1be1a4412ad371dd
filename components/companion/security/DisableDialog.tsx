import { Banner, Button, Dialog, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { useAction } from '../useAction';
import type { TwoFactorDialogProps } from './EnableDialog';
import { showSection } from './showSection';

export interface DisableDialogProps extends TwoFactorDialogProps {
  /** Of the state that the person looks at. */
  readonly version: number;
  readonly google: boolean;
  /** The password is too short to protect the account by itself. */
  readonly passwordShort: boolean;
}

/** Says what is lost with the second factor, and asks once more. */
export function DisableDialog(props: DisableDialogProps) {
  const { open, onClose, version, google, passwordShort } = props;
  const { twoFactor } = useCompanion();
  const say = useToast();
  const disable = useAction(() => twoFactor.disable(version));
  const close = () => {
    disable.forget();
    onClose();
  };
  const confirm = async () => {
    if (!(await disable.run())) return;
    close();
    say({ text: t('companion.twoFactor.disabled') });
  };
  return (
    <Dialog
      open={open}
      title={t('companion.twoFactor.disableTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('companion.cancel')}</Button>
          <Button variant="danger" busy={disable.busy.value} onClick={() => void confirm()}>
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
                close();
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
      {disable.refusal.value && <FormProblem text={refusalMessage(disable.refusal.value)} />}
    </Dialog>
  );
}
