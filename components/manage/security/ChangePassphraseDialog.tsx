import { useSignal } from '@preact/signals';
import { FormDialog, PasswordField, t } from '../../ui';
import { NewPassphraseFields } from '../../vault/NewPassphraseFields';
import { useNewPassphrase } from '../../vault/useNewPassphrase';
import { usePassphraseAction } from '../../vault/usePassphraseAction';
import { useSecurity } from './SecurityContext';

export interface ChangePassphraseDialogProps {
  /** Whether the vault has no passphrase yet. */
  readonly first: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/**
 * Asks for a new passphrase and its confirmation. If the vault has a passphrase, asks for the current one first.
 */
export function ChangePassphraseDialog({ first, onDone, onClose }: ChangePassphraseDialogProps) {
  const store = useSecurity();
  const current = useSignal('');
  const next = useNewPassphrase(store.policy.value.passphraseMinLength);
  const action = usePassphraseAction();

  async function submit(): Promise<void> {
    const passphrase = await next.take();
    if (passphrase === null) return;
    const done = await action.run(() =>
      first ? store.setPassphrase(passphrase) : store.changePassphrase(current.value, passphrase),
    );
    if (done) onDone();
  }
  return (
    <FormDialog
      title={first ? t('security.slots.set') : t('security.slots.change')}
      submit={t('security.slots.save')}
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!first && (
        <PasswordField
          label={t('security.currentPassphrase')}
          autocomplete="current-password"
          value={current.value}
          onInput={(value) => {
            current.value = value;
            action.clear();
          }}
          error={action.wrong}
        />
      )}
      <NewPassphraseFields
        chosen={next}
        label={t('security.newPassphrase')}
        againLabel={t('security.again')}
      />
    </FormDialog>
  );
}
