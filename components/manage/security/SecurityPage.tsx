import { useEffect } from 'preact/hooks';
import { Spinner, t } from '../../ui';
import type { SecurityStore } from '../../stores/createSecurityStore';
import { SectionPage } from '../SectionPage';
import { SetAsideCard } from '../way-out';
import { BackupsCard } from './BackupsCard';
import { HealthCard } from './HealthCard';
import { RescueCard } from './RescueCard';
import { SecurityContext } from './SecurityContext';
import { SlotsCard } from './SlotsCard';
import { TrashCard } from './TrashCard';

/** The page "Vault security": the vault's health, the methods to open the vault, backups and the trash. */
export function SecurityPage({ store }: { readonly store: SecurityStore }) {
  useEffect(() => store.follow(), [store]);
  const view = store.view.value;
  return (
    <SecurityContext.Provider value={store}>
      <SectionPage title={t('security.title')}>
        {view ? (
          <>
            <HealthCard view={view} />
            <SlotsCard view={view} />
            <BackupsCard view={view} />
            <TrashCard view={view} />
          </>
        ) : (
          <Spinner label={t('security.opening')} />
        )}
        <SetAsideCard />
        <RescueCard open={view?.slots.some(({ type }) => type === 'device') ?? false} />
      </SectionPage>
    </SecurityContext.Provider>
  );
}
