import { useSignal } from '@preact/signals';
import { Field, FormDialog, t, useAction, useToast } from '../../ui';
import { PlaceFields } from './PlaceFields';
import { useSync } from './SyncTools';
import { usePlace } from './usePlace';

/** Restores the accounts with the recovery key, for a user who has no other device left. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, suggestedName } = useSync();
  const toast = useToast();
  const place = usePlace();
  const key = useSignal('');
  const action = useAction();

  async function submit(): Promise<void> {
    const done = await action.run(async () => {
      await store.service.recover(await place.reach(), key.value, suggestedName);
      await store.service.finishJoin();
    });
    if (!done) return;
    onClose();
    toast({ text: t('sync.join.done') });
    await store.refresh();
  }

  return (
    <FormDialog
      title={t('sync.recovery.use')}
      submit={t('sync.join.finish')}
      busy={action.busy}
      failure={action.failure}
      disabled={!place.isComplete || key.value.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PlaceFields place={place} onEdit={action.clear} />
      <Field
        mono
        label={t('sync.recovery.title')}
        value={key.value}
        onInput={(value) => {
          key.value = value;
          action.clear();
        }}
      />
    </FormDialog>
  );
}
