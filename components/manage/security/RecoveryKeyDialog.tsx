import { useSignal } from '@preact/signals';
import { AskPassphrase } from '../AskPassphrase';
import { RecoveryKeyShown } from './RecoveryKeyShown';
import { t } from '../../ui';
import { useSecurity } from './SecurityContext';

/** Creates a recovery key after asking for the passphrase, and shows the key once. */
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
