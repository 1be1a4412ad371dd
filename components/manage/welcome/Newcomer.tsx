import { useEffect, useMemo } from 'preact/hooks';
import { Lazy, t } from '../../ui';
import { CreateVault } from '../../vault/CreateVault';
import { RestoreFirst } from '../../vault/RestoreFirst';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { usePendingImport } from '../PendingImport';
import { useHash } from '../useHash';
import { Welcome } from './Welcome';

/** Shown while there is no vault: the welcome page, one of its options, or the form that creates a vault. */
export function Newcomer() {
  const { vaultStore, preferences, joinFirst } = useManage();
  const hash = useHash();
  const pendingImport = usePendingImport();
  // The import page must not open a file that the user chose before taking another way.
  useEffect(() => {
    if (hash !== '#/import' && pendingImport) pendingImport.value = null;
  }, [hash, pendingImport]);
  const { passphraseMinLength, requirePassphrase } = preferences.policy.value;
  const loadJoin = useMemo(
    () => async () => {
      const [{ JoinFirst }, tools] = await Promise.all([import('../sync'), joinFirst?.()]);
      return () =>
        tools ? (
          <JoinFirst
            tools={tools}
            store={vaultStore}
            leastLength={passphraseMinLength}
            onBack={() => goTo('#/welcome')}
            onDone={() => goTo('#/sync')}
          />
        ) : null;
    },
    [joinFirst],
  );
  if (hash === '' || hash === '#/welcome') return <Welcome />;
  if (hash === '#/join') return <Lazy load={loadJoin} label={t('gate.opening')} />;
  if (hash === '#/restore')
    return (
      <RestoreFirst
        store={vaultStore}
        leastLength={passphraseMinLength}
        onBack={() => goTo('#/welcome')}
        onImport={(file) => {
          if (pendingImport) pendingImport.value = file;
          goTo('#/import');
        }}
      />
    );
  return (
    <CreateVault
      store={vaultStore}
      leastLength={passphraseMinLength}
      required={requirePassphrase}
      onRestore={() => goTo('#/restore')}
      onJoin={() => goTo('#/join')}
    />
  );
}
