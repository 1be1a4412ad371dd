import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { RestorePreview } from '../../../lib/vault';
import { Banner, Button, Dialog, PasswordField, t, useAction, useToast } from '../../ui';
import { RestorePreviewList } from './RestorePreviewList';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

/** A backup file that was read already. */
export interface BackupInHand {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RestoreDialogProps {
  readonly open: boolean;
  /** The backup, where it was chosen before; otherwise the dialog asks for it. */
  readonly given?: BackupInHand | undefined;
  readonly onClose: () => void;
}

/** Opens a backup, shows what it would do, and does it: merge or replace, with undo. */
export function RestoreDialog({ open, given, onClose }: RestoreDialogProps) {
  const store = useSecurity();
  const toast = useToast();
  const form = useId();
  const input = useId();
  const file = useSignal<File | null>(null);
  const secret = useSignal('');
  const preview = useSignal<RestorePreview | null>(null);
  const foreign = useSignal(false);
  const action = useAction();
  useEffect(() => {
    file.value = given ? new File([given.bytes], given.name) : null;
    secret.value = '';
    preview.value = null;
    foreign.value = false;
    action.clear();
  }, [open, given]);

  const read = () =>
    action.run(async () => {
      const bytes = new Uint8Array((await file.value?.arrayBuffer()) ?? new ArrayBuffer(0));
      preview.value = await store.readBackup(bytes, secret.value);
      foreign.value = preview.value === null;
    });

  const restore = (found: RestorePreview, how: 'merge' | 'replace') =>
    action.run(async () => {
      const undo = await store.restoreBackup(found, how);
      onClose();
      toast({ text: t('security.restore.done'), undo });
    });

  const found = preview.value;
  const shown = action.failure || (foreign.value ? t('security.restore.foreign') : '');
  return (
    <Dialog
      open={open}
      title={t('security.backups.restore')}
      onClose={onClose}
      actions={
        found ? (
          <>
            <Button busy={action.busy} onClick={() => void restore(found, 'replace')}>
              {t('security.restore.replace')}
            </Button>
            <Button
              variant="primary"
              busy={action.busy}
              onClick={() => void restore(found, 'merge')}
            >
              {t('security.restore.merge')}
            </Button>
          </>
        ) : (
          <Button
            type="submit"
            form={form}
            variant="primary"
            busy={action.busy}
            disabled={file.value === null}
          >
            {t('security.restore.open')}
          </Button>
        )
      }
    >
      {shown && <Banner tone="danger">{shown}</Banner>}
      {found ? (
        <RestorePreviewList preview={found} />
      ) : (
        <form
          id={form}
          class={css['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void read();
          }}
        >
          {given ? (
            <p class={css['name']}>{given.name}</p>
          ) : (
            <>
              <label for={input}>{t('security.restore.file')}</label>
              <input
                id={input}
                type="file"
                accept=".tessera"
                onChange={({ currentTarget }) => (file.value = currentTarget.files?.[0] ?? null)}
              />
            </>
          )}
          <PasswordField
            label={t('security.restore.secret')}
            hint={t('security.restore.secretHint')}
            value={secret.value}
            onInput={(value) => (secret.value = value)}
          />
        </form>
      )}
    </Dialog>
  );
}
