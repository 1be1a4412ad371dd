import type { RestorePreview } from '../../../lib/vault';
import { Banner, Button, Dialog, InlineFacts, plural, t, useAction, useToast } from '../../ui';
import { RestorePreviewList } from './RestorePreviewList';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

export interface RestorePreviewDialogProps {
  readonly preview: RestorePreview;
  readonly onClose: () => void;
}

/** Shows what a restore would change. Then merges the backup with the vault or replaces the vault, with undo. */
export function RestorePreviewDialog({ preview, onClose }: RestorePreviewDialogProps) {
  const store = useSecurity();
  const toast = useToast();
  const action = useAction();
  const unchanged = preview.items.filter(({ state }) => state === 'same');

  async function restore(how: 'merge' | 'replace'): Promise<void> {
    await action.run(async () => {
      const undo = await store.restoreBackup(preview, how);
      onClose();
      toast({ text: t('security.restore.done'), undo });
    });
  }
  return (
    <Dialog
      title={t('security.backups.restore')}
      onClose={onClose}
      actions={
        <>
          <p class={css['counts']}>
            <InlineFacts
              of={[
                plural('security.restore.accounts', preview.items.length),
                plural('security.restore.sameCount', unchanged.length),
              ]}
            />
          </p>
          <Button busy={action.busy} onClick={() => void restore('replace')}>
            {t('security.restore.replace')}
          </Button>
          <Button variant="primary" busy={action.busy} onClick={() => void restore('merge')}>
            {t('security.restore.merge')}
          </Button>
        </>
      }
    >
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      <RestorePreviewList preview={preview} />
    </Dialog>
  );
}
