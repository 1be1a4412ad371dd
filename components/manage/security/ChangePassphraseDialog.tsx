import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Banner, Button, Dialog, PasswordField, t } from '../../ui';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';
import { useAction } from './useAction';

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
  const next = useSignal('');
  const again = useSignal('');
  const tried = useSignal(false);
  const action = useAction();
  useEffect(() => {
    for (const field of [current, next, again]) field.value = '';
    tried.value = false;
    action.clear();
  }, [open]);
  const differs = next.value !== again.value;

  function submit(event: Event): void {
    event.preventDefault();
    tried.value = true;
    if (differs) return;
    void action
      .run(() =>
        first ? store.setPassphrase(next.value) : store.changePassphrase(current.value, next.value),
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
        <PasswordField
          label={t('security.newPassphrase')}
          hint={t('security.passphraseRule')}
          autocomplete="new-password"
          value={next.value}
          onInput={(value) => (next.value = value)}
        />
        <PasswordField
          label={t('security.again')}
          autocomplete="new-password"
          value={again.value}
          onInput={(value) => (again.value = value)}
          error={tried.value && differs ? t('security.differs') : ''}
        />
        {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      </form>
    </Dialog>
  );
}
