import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Button, Dialog, PasswordField, t, useAction } from '../../ui';
import css from './Security.module.css';

export interface AskPassphraseProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen. */
  readonly words: string;
  /** The words of the button. */
  readonly submit: string;
  readonly danger?: boolean;
  /** The words of the field; the vault's passphrase unless said otherwise. */
  readonly label?: string;
  readonly run: (passphrase: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the vault's passphrase before something that can't be taken back lightly. */
export function AskPassphrase(props: AskPassphraseProps) {
  const { open, title, words, submit, danger = false, label, run, onDone, onClose } = props;
  const form = useId();
  const passphrase = useSignal('');
  const action = useAction();
  useEffect(() => {
    passphrase.value = '';
    action.clear();
  }, [open]);
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('security.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            variant={danger ? 'danger' : 'primary'}
            busy={action.busy}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void action.run(() => run(passphrase.value)).then((done) => done && onDone());
        }}
      >
        <p>{words}</p>
        <PasswordField
          label={label ?? t('security.passphrase')}
          autocomplete={label === undefined ? 'current-password' : 'new-password'}
          autofocus
          value={passphrase.value}
          onInput={(value) => {
            passphrase.value = value;
            action.clear();
          }}
          error={action.failure}
        />
      </form>
    </Dialog>
  );
}
