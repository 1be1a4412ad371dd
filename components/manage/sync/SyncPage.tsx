import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SyncView } from '../../../lib/authenticator/sync';
import { Banner, Spinner, t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { ConflictsCard } from './ConflictsCard';
import { ConnectCard } from './ConnectCard';
import { DevicesCard } from './DevicesCard';
import { RecoveryKeyDialog } from './RecoveryKeyDialog';
import { StateCard } from './StateCard';
import { StrangersCard } from './StrangersCard';
import { SyncContext, type SyncTools } from './SyncTools';
import { TwiceCard } from './TwiceCard';

const Connected = ({ view }: { readonly view: SyncView }) => (
  <>
    <StateCard view={view} />
    {view.strangers && view.strangers.length > 0 && <StrangersCard strangers={view.strangers} />}
    {view.conflicts.length > 0 && <ConflictsCard view={view} />}
    {view.twice.length > 0 && <TwiceCard twice={view.twice} />}
    <DevicesCard view={view} />
  </>
);

/** The page "Sync": first the setup of sync, then its state, conflicts and devices. */
export function SyncPage({ tools }: { readonly tools: SyncTools }) {
  const { store } = tools;
  const recoveryKey = useSignal<string | null>(null);
  useEffect(() => store.follow(), [store]);
  const overview = store.overview.value;
  return (
    <SyncContext.Provider value={tools}>
      <SectionPage title={t('sync.title')} hint={t('sync.hint')}>
        {!overview && <Spinner label={t('gate.opening')} />}
        {overview?.forbidden && <Banner>{t('errors.sync.forbiddenByPolicy')}</Banner>}
        {overview && !overview.forbidden && !overview.view && (
          <ConnectCard
            fixedAddress={overview.fixedAddress}
            onConnected={(key) => (recoveryKey.value = key)}
          />
        )}
        {overview?.view && <Connected view={overview.view} />}
        {recoveryKey.value !== null && (
          <RecoveryKeyDialog
            recoveryKey={recoveryKey.value}
            onClose={() => {
              recoveryKey.value = null;
              void store.refresh();
            }}
          />
        )}
      </SectionPage>
    </SyncContext.Provider>
  );
}
