import { useSignal } from '@preact/signals';
import { Checkbox, FormDialog, t, useAction } from '../../ui';
import { useSync } from './SyncTools';

/** Ends sync on this device. */
export function StopDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = useSync();
  const withFiles = useSignal(true);
  const action = useAction();

  async function submit(): Promise<void> {
    if (!(await action.run(() => store.service.stop(withFiles.value)))) return;
    onClose();
    await store.refresh();
  }

  return (
    <FormDialog
      title={t('sync.stop.open')}
      submit={t('sync.stop.open')}
      danger
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('sync.stop.text')}</p>
      <Checkbox
        label={t('sync.stop.files')}
        checked={withFiles.value}
        onChange={(checked) => (withFiles.value = checked)}
      />
    </FormDialog>
  );
}
