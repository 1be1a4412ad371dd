import { useSignal } from '@preact/signals';
import { Field, FormDialog, PasswordField, t } from '../../ui';
import { usePassphraseAction } from '../../vault/usePassphraseAction';
import { useSecurity } from './SecurityContext';

export interface AddPasskeyDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Adds a passkey (Touch ID, Windows Hello or a security key) with a name that the user chooses. */
export function AddPasskeyDialog({ onDone, onClose }: AddPasskeyDialogProps) {
  const store = useSecurity();
  const label = useSignal('');
  const passphrase = useSignal('');
  const action = usePassphraseAction();

  async function submit(): Promise<void> {
    const name = label.value.trim() || t('security.slots.passkey');
    if (await action.run(() => store.addPasskey(passphrase.value, name))) onDone();
  }
  return (
    <FormDialog
      title={t('security.slots.addPasskey')}
      submit={t('security.slots.addPasskey')}
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('security.slots.passkeyWords')}</p>
      <Field
        label={t('security.slots.passkeyName')}
        value={label.value}
        onInput={(value) => (label.value = value)}
      />
      <PasswordField
        label={t('security.passphrase')}
        autocomplete="current-password"
        value={passphrase.value}
        onInput={(value) => {
          passphrase.value = value;
          action.clear();
        }}
        error={action.wrong}
      />
    </FormDialog>
  );
}
