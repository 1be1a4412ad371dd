import { AskPassphrase } from './AskPassphrase';
import { t } from '../../ui';
import { useSecurity } from './SecurityContext';

export interface OwnPassphraseDialogProps {
  readonly open: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A backup that opens by a passphrase of its own, for giving it away or locking it in a drawer. */
export function OwnPassphraseDialog({ open, onDone, onClose }: OwnPassphraseDialogProps) {
  const store = useSecurity();
  return (
    <AskPassphrase
      open={open}
      title={t('security.backups.own')}
      words={t('security.backups.ownWords')}
      submit={t('security.backups.now')}
      label={t('security.backups.ownPassphrase')}
      onClose={onClose}
      run={(passphrase) => store.backUp(passphrase)}
      onDone={onDone}
    />
  );
}
