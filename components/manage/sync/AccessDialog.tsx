import { useSignal } from '@preact/signals';
import type { SyncView } from '../../../lib/authenticator/sync';
import { FormDialog, t, useAction } from '../../ui';
import { AccessFields, isComplete, type Access } from './AccessFields';
import { useSync } from './SyncTools';
import { placeFrom, useAccess } from './useAccess';

export interface AccessDialogProps {
  readonly place: SyncView['place'];
  readonly onClose: () => void;
}

/**
 * Changes the address, user name or password of the store. The store's files stay the same. Never shows the
 * stored password.
 */
export function AccessDialog({ place, onClose }: AccessDialogProps) {
  const { store } = useSync();
  const known = place.kind === 'webdav' ? place : { address: '', user: '' };
  const { address, user } = known;
  const access = useSignal<Access>({ address, user, password: '' });
  const allow = useAccess();
  const action = useAction();

  async function submit(): Promise<void> {
    const done = await action.run(async () => {
      await allow(access.value.address);
      await store.service.changePlace(placeFrom(access.value));
    });
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('sync.access')}
      submit={t('sync.save')}
      busy={action.busy}
      failure={action.failure}
      disabled={!isComplete(access.value)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AccessFields access={access} onEdit={action.clear} />
    </FormDialog>
  );
}
