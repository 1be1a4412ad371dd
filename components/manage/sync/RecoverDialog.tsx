import { useSignal } from '@preact/signals';
import { Field, FormDialog, t, useAction, useToast } from '../../ui';
import { AccessFields, isComplete, type Access } from './AccessFields';
import { useSync } from './SyncTools';
import { placeFrom, useAccess } from './useAccess';

/** Restores the accounts with the recovery key, for a user who has no other device left. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, suggestedName } = useSync();
  const toast = useToast();
  const access = useSignal<Access>({ address: '', user: '', password: '' });
  const key = useSignal('');
  const allow = useAccess();
  const action = useAction();

  async function submit(): Promise<void> {
    const done = await action.run(async () => {
      await allow(access.value.address);
      await store.service.recover(placeFrom(access.value), key.value, suggestedName);
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
      disabled={!isComplete(access.value) || key.value.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AccessFields access={access} onEdit={action.clear} />
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
