import { t } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import { GateFrame } from './GateFrame';
import { NewPassphraseForm } from './NewPassphraseForm';

export interface RequirePassphraseProps {
  readonly store: Pick<VaultStore, 'setPassphrase'>;
  /** The least number of characters. */
  readonly leastLength: number;
}

/** An open vault without a passphrase, where an administrator requires one by now: nothing shows before. */
export const RequirePassphrase = ({ store, leastLength }: RequirePassphraseProps) => (
  <GateFrame title={t('security.slots.set')} hint={t('gate.required')}>
    <NewPassphraseForm
      leastLength={leastLength}
      submit={t('security.slots.set')}
      onSubmit={(passphrase) => store.setPassphrase(passphrase)}
    />
  </GateFrame>
);
