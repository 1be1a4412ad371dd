import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, t, useAction } from '../ui';
import type { SlotType } from '../../lib/vault';
import { RecoverForm } from './RecoverForm';

export interface UnlockOptionsProps {
  /** Returns the kinds of slots of the locked vault. */
  readonly list: () => Promise<ReadonlySet<SlotType>>;
  readonly byPasskey: () => Promise<void>;
  /** Opens the stored copy of the vault that has no passphrase, if the other stored copy has a passphrase. */
  readonly withoutPassphrase: () => Promise<void>;
  readonly recover: (recoveryKey: string, next: string) => Promise<void>;
  /** Whether the recovery form is open. It replaces all other methods. */
  readonly recovering: Signal<boolean>;
  /** Shows what to do if the vault has no recovery key. */
  readonly onForgotten?: (() => void) | undefined;
  /** Minimum length of a new passphrase in characters. */
  readonly leastLength: number;
}

/**
 * Methods to open a locked vault besides its passphrase: a passkey, or the recovery key with a new passphrase.
 */
export function UnlockOptions({
  list,
  byPasskey,
  withoutPassphrase,
  recover,
  recovering,
  onForgotten,
  leastLength,
}: UnlockOptionsProps) {
  const found = useSignal<ReadonlySet<SlotType>>(new Set());
  const { busy, failure, clear, run } = useAction();
  useEffect(() => {
    void list().then((now) => (found.value = now));
  }, [list]);

  const hasRecovery = found.value.has('recovery');
  if (recovering.value)
    return (
      <>
        <RecoverForm
          leastLength={leastLength}
          busy={busy}
          failure={failure}
          recover={(key, next) => void run(() => recover(key, next))}
        />
        <Button variant="quiet" wide onClick={() => (recovering.value = false)}>
          {t('unlockWays.back')}
        </Button>
      </>
    );
  return (
    <>
      {failure && <Banner tone="danger">{failure}</Banner>}
      {found.value.has('passkey') && (
        <Button icon="key" wide busy={busy} onClick={() => void run(byPasskey)}>
          {t('unlockWays.passkey')}
        </Button>
      )}
      {found.value.has('device') && (
        <Button wide busy={busy} onClick={() => void run(withoutPassphrase)}>
          {t('unlockWays.free')}
        </Button>
      )}
      {found.value.size > 0 && (hasRecovery || onForgotten) && (
        <Button
          variant="quiet"
          wide
          onClick={() => {
            clear();
            if (!hasRecovery) return onForgotten?.();
            recovering.value = true;
          }}
        >
          {t('unlockWays.recovery')}
        </Button>
      )}
    </>
  );
}
