import { useSignal } from '@preact/signals';
import { FormDialog, PasswordField, t, useAction } from '../ui';

export interface AskPassphraseProps {
  readonly title: string;
  /** The consequences of the action. */
  readonly text: string;
  /** The label of the button. */
  readonly submit: string;
  readonly danger?: boolean;
  readonly run: (passphrase: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the vault's passphrase before an action that can't easily be undone. */
export function AskPassphrase(props: AskPassphraseProps) {
  const { title, text, submit, danger = false, run, onDone, onClose } = props;
  const passphrase = useSignal('');
  const action = useAction();
  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      busy={action.busy}
      onSubmit={() => void action.run(() => run(passphrase.value)).then((done) => done && onDone())}
      onClose={onClose}
    >
      <p>{text}</p>
      <PasswordField
        label={t('security.passphrase')}
        autocomplete="current-password"
        value={passphrase.value}
        onInput={(value) => {
          passphrase.value = value;
          action.clear();
        }}
        error={action.failure}
      />
    </FormDialog>
  );
}
