import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Lazy, t } from '../../ui';
import { CreateVault } from '../../vault/CreateVault';
import { RestoreFirst } from '../../vault/RestoreFirst';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { Welcome } from './Welcome';

/** Shown while there is no vault: the welcome, one of its options, or the form that creates a vault. */
export function Newcomer() {
  const { vaultStore, preferences, joinFirst } = useManage();
  const hash = useSignal(location.hash);
  useEffect(() => {
    const follow = () => (hash.value = location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const { passphraseMinLength, requirePassphrase } = preferences.policy.value;
  if (hash.value === '' || hash.value === '#/welcome') return <Welcome />;
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
  if (hash.value === '#/join') return <Lazy load={loadJoin} label={t('gate.opening')} />;
  if (hash.value === '#/restore')
    return (
      <RestoreFirst
        store={vaultStore}
        leastLength={passphraseMinLength}
        onBack={() => goTo('#/welcome')}
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
