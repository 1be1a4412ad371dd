import { t } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import { GateFrame } from './GateFrame';
import { NewPassphraseForm } from './NewPassphraseForm';

export interface RequirePassphraseProps {
  readonly store: Pick<VaultStore, 'setPassphrase'>;
  /** Minimum length of the passphrase in characters. */
  readonly leastLength: number;
}

/** Stands in for an open vault without a passphrase if an administrator now requires one. */
export const RequirePassphrase = ({ store, leastLength }: RequirePassphraseProps) => (
  <GateFrame title={t('security.slots.set')} hint={t('gate.required')}>
    <NewPassphraseForm
      leastLength={leastLength}
      submit={t('security.slots.set')}
      onSubmit={(passphrase) => store.setPassphrase(passphrase)}
    />
  </GateFrame>
);
