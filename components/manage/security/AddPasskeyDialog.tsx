import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Banner, Button, Dialog, Field, PasswordField, t, useAction } from '../../ui';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

export interface AddPasskeyDialogProps {
  readonly open: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One more way in: Touch ID, Windows Hello or a security key, under a name that the person gives it. */
export function AddPasskeyDialog({ open, onDone, onClose }: AddPasskeyDialogProps) {
  const store = useSecurity();
  const form = useId();
  const label = useSignal('');
  const passphrase = useSignal('');
  const action = useAction();
  useEffect(() => {
    label.value = '';
    passphrase.value = '';
    action.clear();
  }, [open]);
  return (
    <Dialog
      open={open}
      title={t('security.slots.addPasskey')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('security.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={action.busy}>
            {t('security.slots.addPasskey')}
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
          const name = label.value.trim() || t('security.slots.passkey');
          void action
            .run(() => store.addPasskey(passphrase.value, name))
            .then((done) => done && onDone());
        }}
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
          onInput={(value) => (passphrase.value = value)}
        />
        {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      </form>
    </Dialog>
  );
}
