import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button, CopyButton, dateTime, Dialog, Field, t } from '../../ui';
import { AskPassphrase } from './AskPassphrase';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

export interface RecoveryKeyDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const lettersOf = (text: string) => text.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');

/** Makes a recovery key, shows it this once, and has its last group typed back before it closes. */
export function RecoveryKeyDialog({ open, onClose }: RecoveryKeyDialogProps) {
  const store = useSecurity();
  const key = useSignal('');
  const typed = useSignal('');
  const wrong = useSignal(false);
  useEffect(() => {
    key.value = '';
    typed.value = '';
    wrong.value = false;
  }, [open]);

  function check(): void {
    wrong.value = lettersOf(typed.value) !== key.value.slice(-4);
    if (!wrong.value) onClose();
  }

  if (key.value === '')
    return (
      <AskPassphrase
        open={open}
        title={t('security.recovery.title')}
        words={t('security.recovery.words')}
        submit={t('security.recovery.make')}
        onClose={onClose}
        run={async (passphrase) => {
          key.value = await store.createRecoveryKey(passphrase);
        }}
        onDone={() => undefined}
      />
    );
  const made = store.view.value?.slots.find(({ type }) => type === 'recovery');
  return (
    <Dialog
      open={open}
      title={t('security.recovery.title')}
      // It is shown this once: leaving goes through the check.
      onClose={check}
      actions={
        <div class={css['noPrint']}>
          <Button variant="primary" onClick={check}>
            {t('security.recovery.kept')}
          </Button>
        </div>
      }
    >
      <div class={css['form']}>
        <p class={css['onlyPrint']}>
          {t('extension.name')} · {made && dateTime(made.createdAt)}
          <br />
          {t('security.recovery.opens')}
        </p>
        <p class={css['noPrint']}>{t('security.recovery.shown')}</p>
        <p class={css['key']} dir="ltr">
          {key.value}
        </p>
        <div class={`${css['buttons'] ?? ''} ${css['noPrint'] ?? ''}`}>
          <CopyButton text={() => key.value} />
          <Button icon="print" onClick={() => print()}>
            {t('security.recovery.print')}
          </Button>
        </div>
        <div class={css['noPrint']}>
          <Field
            mono
            label={t('security.recovery.typeBack')}
            value={typed.value}
            onInput={(value) => {
              typed.value = value;
              wrong.value = false;
            }}
            error={wrong.value ? t('security.recovery.wrong') : ''}
          />
        </div>
      </div>
    </Dialog>
  );
}
