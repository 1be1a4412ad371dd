import { t, Toasts } from '../ui';
import { Gate, UnlockWays } from '../vault';
import { Lazy } from '../ui';
import { ManageContext, type ManageParts } from './ManageContext';
import { type Section, Shell } from './Shell';

export interface ManageProps {
  readonly parts: ManageParts;
  readonly sections: readonly Section[];
}

/** The authenticator's own page: the gate, then its sections. A damaged vault still shows its health. */
export function Manage({ parts, sections }: ManageProps) {
  const security = sections.find(({ id }) => id === 'security');
  return (
    <ManageContext.Provider value={parts}>
      <Toasts>
        <Gate
          store={parts.vault}
          minLength={parts.preferences.policy.value.passphraseMinLength}
          otherWays={parts.ways && <UnlockWays {...parts.ways} />}
          repair={security && <Lazy load={security.load} label={t('gate.opening')} />}
        >
          <Shell sections={sections} lock={() => void parts.vault.lock()} />
        </Gate>
      </Toasts>
    </ManageContext.Provider>
  );
}
