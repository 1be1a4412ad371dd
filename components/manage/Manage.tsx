import { useSignal } from '@preact/signals';
import { Lazy, t, Toasts } from '../ui';
import { Gate } from '../vault';
import { BackupReminder } from '../vault/BackupReminder';
import { HealthNotice } from './HealthNotice';
import { goTo } from './goTo';
import { ManageContext, type ManageServices } from './ManageContext';
import { PendingImport } from './PendingImport';
import { WayOutOffer } from './WayOutOffer';
import { RecoveryOffer } from './RecoveryOffer';
import css from './Offer.module.css';
import { type Section, Shell } from './Shell';

export interface ManageProps {
  readonly parts: ManageServices;
  readonly sections: readonly Section[];
}

const loadNewcomer = async () => (await import('./welcome')).Newcomer;

/** The manage page: the gate, then the sections. If the vault doesn't open, offers what to do next. */
export function Manage({ parts, sections }: ManageProps) {
  const lock = async () => (await parts.vaultStore.lock()) || goTo('#/security');
  const wayOutAsked = useSignal(location.hash === '#/way-out');
  const pendingImport = useSignal<File | null>(null);
  return (
    <ManageContext.Provider value={parts}>
      <PendingImport.Provider value={pendingImport}>
        <Toasts silent={parts.vaultStore.state.value === 'locked'}>
          <Gate
            store={parts.vaultStore}
            policy={parts.preferences.policy}
            unlockMethods={parts.unlockMethods}
            newcomer={<Lazy load={loadNewcomer} label={t('gate.opening')} />}
            wayOut={<WayOutOffer asked={wayOutAsked} />}
            onForgotten={() => (wayOutAsked.value = true)}
          >
            {() => (
              <Shell
                sections={sections}
                lock={() => void lock()}
                lockLabel={
                  parts.vaultStore.isFree.value ? t('security.slots.set') : t('manage.lock')
                }
                offer={
                  <>
                    {parts.health && <HealthNotice {...parts.health} />}
                    {/* Offers are shown one at a time. The second waits until the user has responded to the first. */}
                    <div class={css['offers']}>
                      {parts.backupReminder && (
                        <div class={css['offer']}>
                          <BackupReminder
                            {...parts.backupReminder}
                            automate={
                              parts.vaultStore.isFree.value ? null : parts.backupReminder.automate
                            }
                            onBackUp={() => goTo('#/security/back-up')}
                          />
                        </div>
                      )}
                      {parts.recoveryOffer && <RecoveryOffer {...parts.recoveryOffer} />}
                    </div>
                  </>
                }
              />
            )}
          </Gate>
        </Toasts>
      </PendingImport.Provider>
    </ManageContext.Provider>
  );
}
