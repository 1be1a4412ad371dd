import { Banner, Button, t, useAction } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';
import { NewPassphraseFields } from './NewPassphraseFields';
import { useNewPassphrase } from './useNewPassphrase';

export interface RequirePassphraseProps {
  readonly store: Pick<VaultStore, 'setPassphrase'>;
  /** The least number of characters. */
  readonly leastLength: number;
}

/** An open vault without a passphrase, where an administrator requires one by now: nothing shows before. */
export function RequirePassphrase({ store, leastLength }: RequirePassphraseProps) {
  const chosen = useNewPassphrase(leastLength);
  const { busy, failure, run } = useAction();

  function submit(event: Event): void {
    event.preventDefault();
    const passphrase = chosen.take();
    if (passphrase !== null) void run(() => store.setPassphrase(passphrase));
  }

  return (
    <GateFrame title={t('security.slots.set')} hint={t('gate.required')}>
      <form class={css['form']} onSubmit={submit} noValidate>
        <NewPassphraseFields
          chosen={chosen}
          label={t('gate.passphrase')}
          againLabel={t('gate.create.again')}
          autofocus
        />
        <p class={css['note']}>{t('gate.create.note')}</p>
        {failure && <Banner tone="danger">{failure}</Banner>}
        <Button type="submit" variant="primary" busy={busy} wide>
          {t('security.slots.set')}
        </Button>
      </form>
    </GateFrame>
  );
}
