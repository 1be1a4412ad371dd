import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Banner, Button, Dialog, PasswordField, t, useAction } from '../../ui';
import { NewPassphraseFields } from '../../vault/NewPassphraseFields';
import { useNewPassphrase } from '../../vault/useNewPassphrase';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

export interface ChangePassphraseDialogProps {
  readonly open: boolean;
  /** The vault has none yet. */
  readonly first: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A new passphrase, typed twice; the old one first, where there is one. */
export function ChangePassphraseDialog({
  open,
  first,
  onDone,
  onClose,
}: ChangePassphraseDialogProps) {
  const store = useSecurity();
  const form = useId();
  const current = useSignal('');
  const next = useNewPassphrase(store.policy.value.passphraseMinLength);
  const action = useAction();
  useEffect(() => {
    current.value = '';
    next.clear();
    action.clear();
  }, [open]);

  function submit(event: Event): void {
    event.preventDefault();
    const passphrase = next.take();
    if (passphrase === null) return;
    void action
      .run(() =>
        first ? store.setPassphrase(passphrase) : store.changePassphrase(current.value, passphrase),
      )
      .then((done) => done && onDone());
  }

  return (
    <Dialog
      open={open}
      title={first ? t('security.slots.set') : t('security.slots.change')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('security.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={action.busy}>
            {t('security.slots.save')}
          </Button>
        </>
      }
    >
      <form id={form} class={css['form']} noValidate onSubmit={submit}>
        {!first && (
          <PasswordField
            label={t('security.currentPassphrase')}
            autocomplete="current-password"
            autofocus
            value={current.value}
            onInput={(value) => (current.value = value)}
          />
        )}
        <NewPassphraseFields
          chosen={next}
          label={t('security.newPassphrase')}
          againLabel={t('security.again')}
          autofocus={first}
        />
        {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      </form>
    </Dialog>
  );
}
