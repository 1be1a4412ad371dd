import { useSignal } from '@preact/signals';
import { Field, FormDialog, t, useAction, useToast } from '../../ui';
import { PlaceFields } from './PlaceFields';
import { useSync } from './SyncTools';
import { usePlace } from './usePlace';

export interface RecoverDialogProps {
  /** The only address that the administrator allows, or null. */
  readonly fixedAddress: string | null;
  readonly onClose: () => void;
}

/** Restores the accounts with the recovery key, for a user who has no other device left. */
export function RecoverDialog({ fixedAddress, onClose }: RecoverDialogProps) {
  const { store, suggestedName } = useSync();
  const toast = useToast();
  const place = usePlace(fixedAddress);
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
      <PlaceFields place={place} fixedAddress={fixedAddress} onEdit={action.clear} />
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
