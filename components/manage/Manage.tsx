import { Lazy, t, Toasts } from '../ui';
import { Gate } from '../vault';
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
          policy={parts.preferences.policy}
          ways={parts.ways}
          repair={security && <Lazy load={security.load} label={t('gate.opening')} />}
        >
          <Shell sections={sections} lock={() => void parts.vault.lock()} />
        </Gate>
      </Toasts>
    </ManageContext.Provider>
  );
}
