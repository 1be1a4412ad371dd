import { useSignal } from '@preact/signals';
import { Button, CopyButton, cx, dateTime, Field, FormDialog, t, useAction } from '../../ui';
import { leaveKeyQuestion } from '../leaveKeyQuestion';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

export interface RecoveryKeyShownProps {
  readonly recoveryKey: string;
  readonly onClose: () => void;
}

const lettersOf = (text: string) => text.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');

/**
 * Shows a new recovery key once. To confirm that the key was written down, the user enters its last four
 * characters.
 */
export function RecoveryKeyShown({ recoveryKey, onClose }: RecoveryKeyShownProps) {
  const store = useSecurity();
  const typed = useSignal('');
  const wrong = useSignal(false);
  const slot = store.view.value?.slots.find(({ type, pending }) => type === 'recovery' && pending);
  const action = useAction();

  /** The earlier key keeps working until the new key is confirmed. */
  async function confirm(): Promise<void> {
    wrong.value = lettersOf(typed.value) !== recoveryKey.slice(-4);
    if (!wrong.value && (await action.run(() => store.confirmRecoveryKey()))) onClose();
  }
  return (
    <FormDialog
      title={t('security.recovery.title')}
      submit={t('security.recovery.kept')}
      busy={action.busy}
      failure={action.failure}
      leaving={leaveKeyQuestion()}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <p class={css['onlyPrint']}>
        {t('extension.name')} · {slot && dateTime(slot.createdAt)}
        <br />
        {t('security.recovery.opens')}
      </p>
      <p class={css['noPrint']}>{t('security.recovery.shown')}</p>
      <p class={css['key']} dir="ltr">
        {recoveryKey}
      </p>
      <div class={cx(css['buttons'], css['noPrint'])}>
        <CopyButton text={() => recoveryKey} {...(store.copy && { copy: store.copy })} />
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
    </FormDialog>
  );
}
