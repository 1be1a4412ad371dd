import { useSignal } from '@preact/signals';
import { Button, Field, t } from '../ui';
import css from './Gate.module.css';
import { NewPassphraseFields } from './NewPassphraseFields';
import { useNewPassphrase } from './useNewPassphrase';

export interface RecoverFormProps {
  readonly leastLength: number;
  readonly busy: boolean;
  readonly recover: (recoveryKey: string, next: string) => void;
}

/** Asks for the recovery key and a new passphrase. */
export function RecoverForm({ leastLength, busy, recover }: RecoverFormProps) {
  const key = useSignal('');
  const next = useNewPassphrase(leastLength);
  async function submit(): Promise<void> {
    const passphrase = await next.take();
    if (passphrase !== null) recover(key.value, passphrase);
  }
  return (
    <form
      class={css['form']}
      aria-label={t('unlockWays.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        mono
        autofocus
        label={t('unlockWays.key')}
        hint={t('unlockWays.keyHint')}
        value={key.value}
        onInput={(value) => (key.value = value)}
      />
      <NewPassphraseFields
        chosen={next}
        label={t('security.newPassphrase')}
        againLabel={t('security.again')}
      />
      <Button type="submit" wide busy={busy}>
        {t('unlockWays.submit')}
      </Button>
    </form>
  );
}
