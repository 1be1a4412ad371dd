import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, errorWords, Field, PasswordField, t } from '../ui';
import css from './Gate.module.css';

export interface UnlockWaysProps {
  /** Which other slots the locked vault has. */
  readonly ways: () => Promise<{ readonly passkey: boolean; readonly recovery: boolean }>;
  readonly byPasskey: () => Promise<void>;
  readonly recover: (recoveryKey: string, next: string) => Promise<void>;
}

/** The other ways into a locked vault: a passkey, and the recovery key with a new passphrase. */
export function UnlockWays({ ways, byPasskey, recover }: UnlockWaysProps) {
  const found = useSignal({ passkey: false, recovery: false });
  const recovering = useSignal(false);
  const key = useSignal('');
  const next = useSignal('');
  const again = useSignal('');
  const busy = useSignal(false);
  const failure = useSignal('');
  useEffect(() => {
    void ways().then((now) => (found.value = now));
  }, [ways]);

  async function run(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    failure.value = '';
    try {
      await work();
    } catch (error) {
      failure.value = errorWords(error);
    } finally {
      busy.value = false;
    }
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (next.value === again.value) void run(() => recover(key.value, next.value));
    else failure.value = t('security.differs');
  }

  return (
    <>
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      {found.value.passkey && (
        <Button icon="key" wide busy={busy.value} onClick={() => void run(byPasskey)}>
          {t('unlockWays.passkey')}
        </Button>
      )}
      {found.value.recovery && !recovering.value && (
        <Button variant="quiet" wide onClick={() => (recovering.value = true)}>
          {t('unlockWays.recovery')}
        </Button>
      )}
      {recovering.value && (
        <form class={css['form']} aria-label={t('unlockWays.title')} noValidate onSubmit={submit}>
          <Field
            mono
            label={t('unlockWays.key')}
            hint={t('unlockWays.keyHint')}
            value={key.value}
            onInput={(value) => (key.value = value)}
          />
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
          />
          <Button type="submit" wide busy={busy.value}>
            {t('unlockWays.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
