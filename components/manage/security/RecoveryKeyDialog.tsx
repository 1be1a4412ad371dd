import { useSignal } from '@preact/signals';
import { AskPassphrase } from '../AskPassphrase';
import { RecoveryKeyShown } from './RecoveryKeyShown';
import { t } from '../../ui';
import { useSecurity } from './SecurityContext';

/** Makes a recovery key after the passphrase, and shows it this once. */
export function RecoveryKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useSecurity();
  const key = useSignal<string | null>(null);
  if (key.value !== null) return <RecoveryKeyShown recoveryKey={key.value} onClose={onClose} />;
  return (
    <AskPassphrase
      title={t('security.recovery.title')}
      text={t('security.recovery.words')}
      submit={t('security.recovery.make')}
      onClose={onClose}
      run={async (passphrase) => {
        key.value = await store.createRecoveryKey(passphrase);
      }}
      onDone={() => undefined}
    />
  );
}
