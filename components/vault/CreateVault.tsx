import { useSignal } from '@preact/signals';
import { Banner, Button, t, useAction } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';
import { NewPassphraseFields } from './NewPassphraseFields';
import { useNewPassphrase } from './useNewPassphrase';
import { WithoutPassphrase } from './WithoutPassphrase';

export interface CreateVaultProps {
  readonly store: Pick<VaultStore, 'create' | 'createWithoutPassphrase'>;
  /** The least number of characters. */
  readonly leastLength: number;
  /** No vault without a passphrase. */
  readonly required: boolean;
}

/** The first run: choose the passphrase that will open the vault. */
export function CreateVault({ store, leastLength, required }: CreateVaultProps) {
  const chosen = useNewPassphrase(leastLength);
  const { busy, failure, run } = useAction();
  const without = useSignal(false);

  function submit(event: Event): void {
    event.preventDefault();
    const passphrase = chosen.take();
    if (passphrase !== null) void run(() => store.create(passphrase).then(chosen.clear));
  }

  return (
    <GateFrame title={t('gate.create.title')} hint={t('gate.create.hint')}>
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
          {t('gate.create.submit')}
        </Button>
        {!required && (
          <button type="button" class={css['aside']} onClick={() => (without.value = true)}>
            {t('gate.without.link')}
          </button>
        )}
      </form>
      <WithoutPassphrase
        open={without.value}
        onConfirm={() => {
          without.value = false;
          void run(() => store.createWithoutPassphrase());
        }}
        onClose={() => (without.value = false)}
      />
    </GateFrame>
  );
}
