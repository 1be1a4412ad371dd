import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, Lazy, PasswordField, t, useAction } from '../ui';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';

export interface UnlockProps {
  readonly unlock: (passphrase: string) => Promise<void>;
  /** Whether the recovery form replaces the passphrase form. `UnlockOptions` sets it, and mounting resets it. */
  readonly recovering: Signal<boolean>;
  /** Other methods to unlock, such as a passkey, shown below the form. */
  readonly children?: ComponentChildren;
}

/** Loads on demand, so that the popup's first load stays small. */
const loadSlowWait = async () => (await import('./SlowWait')).SlowWait;

/** The page of a locked vault, which asks for the passphrase. */
export function Unlock({ unlock, recovering, children }: UnlockProps) {
  const passphrase = useSignal('');
  const { busy, failure, clear, run } = useAction();
  const field = useRef<HTMLInputElement>(null);

  // After a recovery, the next lock shows the passphrase form again.
  useLayoutEffect(() => void (recovering.value = false), []);
  // Browsers honor `autofocus` only once per page, but a vault locks more often.
  useLayoutEffect(() => field.current?.focus(), [recovering.value]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    await run(async () => {
      await unlock(passphrase.value);
      passphrase.value = '';
    });
  }

  if (recovering.value)
    return (
      <GateFrame title={t('unlockWays.title')} hint={t('unlockWays.hint')}>
        {children}
      </GateFrame>
    );
  return (
    <GateFrame title={t('gate.unlock.title')} hint={t('gate.unlock.hint')}>
      <form class={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PasswordField
          label={t('gate.passphrase')}
          autocomplete="current-password"
          inputRef={field}
          value={passphrase.value}
          onInput={(value) => {
            passphrase.value = value;
            clear();
          }}
          error={failure}
        />
        <Button type="submit" variant="primary" busy={busy} wide>
          {t('gate.unlock.submit')}
        </Button>
        {busy && <Lazy load={loadSlowWait} />}
      </form>
      {children}
    </GateFrame>
  );
}
