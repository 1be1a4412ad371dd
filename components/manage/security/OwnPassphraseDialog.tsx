import { AskPassphrase } from '../AskPassphrase';
import { t } from '../../ui';
import { useSecurity } from './SecurityContext';

export interface OwnPassphraseDialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Makes a backup with its own passphrase, to hand to someone else or to lock away. */
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
