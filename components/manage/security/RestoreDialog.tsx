import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RestorePreview } from '../../../lib/vault';
import { FileField, FormDialog, PasswordField, t } from '../../ui';
import { usePassphraseAction } from '../../vault/usePassphraseAction';
import { RestorePreviewDialog } from './RestorePreviewDialog';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

/** A backup file that is already loaded. */
export interface SelectedBackup {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RestoreDialogProps {
  /** The backup, if it is already selected. Otherwise the dialog asks for the file. */
  readonly given?: SelectedBackup | undefined;
  readonly onClose: () => void;
}

/** Opens a backup, then shows what a restore would change. */
export function RestoreDialog({ given, onClose }: RestoreDialogProps) {
  const store = useSecurity();
  const file = useSignal(given ? new File([given.bytes], given.name) : null);
  const secret = useSignal('');
  const preview = useSignal<RestorePreview | null>(null);
  const isForeign = useSignal(false);
  const action = usePassphraseAction();
  // Closing the dialog aborts the key derivation.
  const ending = useMemo(() => new AbortController(), []);
  useEffect(() => () => ending.abort(), [ending]);

  const read = () =>
    action.run(async () => {
      const bytes = new Uint8Array((await file.value?.arrayBuffer()) ?? new ArrayBuffer(0));
      preview.value = await store.readBackup(bytes, secret.value, ending.signal);
      isForeign.value = preview.value === null;
    });

  if (preview.value) return <RestorePreviewDialog preview={preview.value} onClose={onClose} />;
  return (
    <FormDialog
      title={t('security.backups.restore')}
      submit={t('security.restore.open')}
      busy={action.busy}
      disabled={file.value === null}
      failure={action.failure ?? (isForeign.value ? t('security.restore.foreign') : undefined)}
      onSubmit={() => void read()}
      onClose={onClose}
    >
      {given ? (
        <p class={css['name']}>{given.name}</p>
      ) : (
        <FileField
          label={t('security.restore.file')}
          accept=".tessera"
          onChoose={(chosen) => (file.value = chosen)}
        />
      )}
      <PasswordField
        label={t('security.restore.secret')}
        hint={t('security.restore.secretHint')}
        autocomplete="current-password"
        value={secret.value}
        onInput={(value) => {
          secret.value = value;
          action.clear();
        }}
        error={action.wrong}
      />
    </FormDialog>
  );
}
