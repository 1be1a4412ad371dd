import { Button, Checkbox, Dialog, t, useAction } from '../../ui';
import { useSignal } from '@preact/signals';
import { BackupCodes } from '../BackupCodes';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import type { TwoFactorDialogProps } from './EnableDialog';

export interface NewBackupCodesDialogProps extends TwoFactorDialogProps {
  /** The version of the account's security state that the dialog shows. */
  readonly version: number;
}

/** Generates new backup codes after a confirmation, and shows the codes once. */
export function NewBackupCodesDialog({ onClose, version }: NewBackupCodesDialogProps) {
  const { account, twoFactor } = useCompanion();
  const saved = useSignal(false);
  const generate = useAction(() => twoFactor.regenerate(version));
  const codes = twoFactor.newCodes.value;
  const close = () => {
    twoFactor.forgetCodes();
    onClose();
  };
  const confirmSaved = () => {
    twoFactor.codesSaved();
    onClose();
  };
  if (codes)
    return (
      <Dialog
        title={t('companion.twoFactor.generated')}
        onClose={close}
        actions={
          <Button variant="primary" disabled={!saved.value} onClick={confirmSaved}>
            {t('companion.codes.done')}
          </Button>
        }
      >
        <p>{t('companion.twoFactor.generatedText')}</p>
        <BackupCodes
          codes={codes}
          account={account.me.value?.email ?? ''}
          onSaved={() => (saved.value = true)}
        />
        <Checkbox
          label={t('companion.codes.saved')}
          checked={saved.value}
          onChange={(checked) => (saved.value = checked)}
        />
      </Dialog>
    );
  return (
    <Dialog
      title={t('companion.twoFactor.generateTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('companion.cancel')}</Button>
          <Button variant="primary" busy={generate.busy} onClick={() => void generate.run()}>
            {t('companion.twoFactor.generate')}
          </Button>
        </>
      }
    >
      <p>{t('companion.twoFactor.generateText')}</p>
      {generate.failure && <FormProblem text={refusalMessage(generate.failure)} />}
    </Dialog>
  );
}
