import { useSignal } from '@preact/signals';
import { Banner, Button, t, useAction } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';
import { NewPassphraseForm } from './NewPassphraseForm';
import { WithoutPassphrase } from './WithoutPassphrase';

export interface CreateVaultProps {
  readonly store: Pick<VaultStore, 'create' | 'createWithoutPassphrase'>;
  /** Minimum length of the passphrase in characters. */
  readonly leastLength: number;
  /** Whether a passphrase is required. */
  readonly required: boolean;
  /** Opens the page that restores a backup. */
  readonly onRestore?: (() => void) | undefined;
  /** Opens the page that gets the accounts of another device. */
  readonly onJoin?: (() => void) | undefined;
}

/** The first run, in which the user chooses the passphrase for the vault. */
export function CreateVault({ store, leastLength, required, onRestore, onJoin }: CreateVaultProps) {
  const without = useSignal(false);
  const { failure, run } = useAction();
  return (
    <GateFrame title={t('gate.create.title')} hint={t('gate.create.hint')}>
      <NewPassphraseForm
        leastLength={leastLength}
        submit={t('gate.create.submit')}
        onSubmit={(passphrase) => store.create(passphrase)}
      >
        {failure && <Banner tone="danger">{failure}</Banner>}
        {onRestore && (
          <Button variant="quiet" wide onClick={onRestore}>
            {t('welcome.backup.title')}
          </Button>
        )}
        {onJoin && (
          <Button variant="quiet" wide onClick={onJoin}>
            {t('sync.door.title')}
          </Button>
        )}
        {!required && (
          <button type="button" class={css['aside']} onClick={() => (without.value = true)}>
            {t('gate.without.link')}
          </button>
        )}
      </NewPassphraseForm>
      {without.value && (
        <WithoutPassphrase
          onConfirm={() => {
            without.value = false;
            void run(() => store.createWithoutPassphrase());
          }}
          onClose={() => (without.value = false)}
        />
      )}
    </GateFrame>
  );
}
