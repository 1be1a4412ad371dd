import { AskPassphrase } from '../AskPassphrase';
import { t } from '../../ui';
import { useSecurity } from './SecurityContext';

export interface OwnPassphraseDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Makes a backup that opens by a passphrase of its own, to give away or to lock in a drawer. */
export function OwnPassphraseDialog({ onDone, onClose }: OwnPassphraseDialogProps) {
  const store = useSecurity();
  return (
    <AskPassphrase
      title={t('security.backups.own')}
      text={t('security.backups.ownWords')}
      submit={t('security.backups.now')}
      label={t('security.backups.ownPassphrase')}
      onClose={onClose}
      run={(passphrase) => store.backUp(passphrase)}
      onDone={onDone}
    />
  );
}
