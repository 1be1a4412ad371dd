import { FormDialog, t, useAction } from '../../ui';
import { NewPassphraseFields } from '../../vault/NewPassphraseFields';
import { useNewPassphrase } from '../../vault/useNewPassphrase';
import { useSecurity } from './SecurityContext';

export interface OwnPassphraseDialogProps {
  /** Called with the name of the saved file. */
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

/** Creates a backup with a passphrase of its own, to give to another person or to keep in a safe place. */
export function OwnPassphraseDialog({ onDone, onClose }: OwnPassphraseDialogProps) {
  const store = useSecurity();
  const chosen = useNewPassphrase(store.policy.value.passphraseMinLength);
  const action = useAction();

  async function submit(): Promise<void> {
    const passphrase = await chosen.take();
    if (passphrase !== null) await action.run(async () => onDone(await store.backUp(passphrase)));
  }
  return (
    <FormDialog
      title={t('security.backups.own')}
      submit={t('security.backups.now')}
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('security.backups.ownWords')}</p>
      <NewPassphraseFields
        chosen={chosen}
        label={t('security.backups.ownPassphrase')}
        againLabel={t('gate.create.again')}
      />
    </FormDialog>
  );
}
