import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Banner, Button, errorWords, Lazy, t } from '../ui';

export interface UnlockWaysProps {
  /** Which other slots the locked vault has. */
  readonly ways: () => Promise<{ readonly passkey: boolean; readonly recovery: boolean }>;
  readonly byPasskey: () => Promise<void>;
  readonly recover: (recoveryKey: string, next: string) => Promise<void>;
  /** The least number of characters of a new passphrase. */
  readonly leastLength: number;
}

/** The other ways into a locked vault: a passkey, and the recovery key with a new passphrase. */
export function UnlockWays({ ways, byPasskey, recover, leastLength }: UnlockWaysProps) {
  const found = useSignal({ passkey: false, recovery: false });
  const recovering = useSignal(false);
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

  const loadForm = useMemo(
    () => async () => {
      const { RecoverForm } = await import('./RecoverForm');
      return () => (
        <RecoverForm
          leastLength={leastLength}
          busy={busy.value}
          recover={(key, next) => void run(() => recover(key, next))}
        />
      );
    },
    [leastLength, recover],
  );

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
      {recovering.value && <Lazy load={loadForm} label={t('unlockWays.title')} />}
    </>
  );
}
