import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Banner, Button, Field, t } from '../ui';
import css from './Gate.module.css';
import { NewPassphraseFields } from './NewPassphraseFields';
import { useNewPassphrase } from './useNewPassphrase';

export interface RecoverFormProps {
  readonly leastLength: number;
  readonly busy: boolean;
  /** Why the last attempt failed, or undefined. */
  readonly failure: string | undefined;
  readonly recover: (recoveryKey: string, next: string) => void;
}

/** Asks for the recovery key and a new passphrase. */
export function RecoverForm({ leastLength, busy, failure, recover }: RecoverFormProps) {
  const key = useSignal('');
  const next = useNewPassphrase(leastLength);
  const field = useRef<HTMLInputElement>(null);
  // Browsers honor `autofocus` only once per page, and the passphrase form already used it.
  useLayoutEffect(() => field.current?.focus(), []);
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
      <div class={css['key']}>
        <Field
          mono
          inputRef={field}
          label={t('unlockWays.key')}
          hint={t('unlockWays.keyHint')}
          value={key.value}
          onInput={(value) => (key.value = value)}
        />
      </div>
      <NewPassphraseFields
        chosen={next}
        label={t('security.newPassphrase')}
        againLabel={t('security.again')}
      />
      {failure && <Banner tone="danger">{failure}</Banner>}
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('unlockWays.submit')}
      </Button>
    </form>
  );
}
