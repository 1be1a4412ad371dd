import { useSignal } from '@preact/signals';
import type { SyncDevice, SyncView } from '../../../lib/authenticator/sync';
import { Button, Card, Field, FormDialog, Icon, t, useAction } from '../../ui';
import { ago } from './ago';
import { PairDialog } from './PairDialog';
import { RecoveryKeyDialog } from './RecoveryKeyDialog';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { useNow } from './useNow';

const day = 86_400_000;

interface RenameProps {
  readonly name: string;
  readonly onClose: () => void;
}

function RenameDialog({ name: before, onClose }: RenameProps) {
  const { store } = useSync();
  const name = useSignal(before);
  const action = useAction();
  const submit = async () => {
    if (await action.run(() => store.service.rename(name.value))) onClose();
  };
  return (
    <FormDialog
      title={t('sync.devices.rename')}
      submit={t('sync.save')}
      busy={action.busy}
      failure={action.failure}
      disabled={name.value.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={t('sync.connect.device')}
        value={name.value}
        maxLength={60}
        onInput={(value) => (name.value = value)}
      />
    </FormDialog>
  );
}

interface RemoveProps {
  readonly device: SyncDevice;
  readonly onClose: () => void;
  readonly onDone: (recoveryKey: string) => void;
}

function RemoveDialog({ device: { id, name }, onClose, onDone }: RemoveProps) {
  const { store } = useSync();
  const action = useAction();
  const submit = () =>
    action.run(async () => onDone((await store.service.removeDevice(id)).recoveryKey));
  return (
    <FormDialog
      title={t('sync.devices.removeOne', [name])}
      submit={t('sync.devices.remove')}
      danger
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('sync.devices.removeText', [name])}</p>
    </FormDialog>
  );
}

/** Lists the devices of the sync set. Pairs new devices, renames this device and removes other devices. */
export function DevicesCard({ view }: { readonly view: SyncView }) {
  const open = useSignal<'pair' | 'rename' | SyncDevice | null>(null);
  const recoveryKey = useSignal<string | null>(null);
  const now = useNow();
  const close = () => (open.value = null);
  const device = typeof open.value === 'object' ? open.value : null;
  return (
    <Card
      title={t('sync.devices.title')}
      actions={
        <Button icon="plus" onClick={() => (open.value = 'pair')}>
          {t('sync.devices.pair')}
        </Button>
      }
    >
      <ul class={css['rows']}>
        <li class={css['row']}>
          <Icon name="window" />
          <div class={css['words']}>
            <strong>{view.name}</strong>
            <p>{t('sync.devices.own')}</p>
          </div>
          <Button variant="quiet" onClick={() => (open.value = 'rename')}>
            {t('sync.devices.rename')}
          </Button>
        </li>
        {view.devices.map((one) => (
          <li key={one.id} class={css['row']}>
            <Icon name="window" />
            <div class={css['words']}>
              <strong>{one.name}</strong>
              <p>{t('sync.devices.seen', [ago(one.lastSeen, now)])}</p>
              {Math.abs(one.clockOff) > day && (
                <p class={css['wrong']}>{t('sync.devices.clock')}</p>
              )}
            </div>
            <Button
              variant="quiet"
              aria-label={t('sync.devices.removeOne', [one.name])}
              onClick={() => (open.value = one)}
            >
              {t('sync.devices.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {open.value === 'pair' && (
        <PairDialog place={view.place} known={view.devices.length} onClose={close} />
      )}
      {open.value === 'rename' && <RenameDialog name={view.name} onClose={close} />}
      {device && (
        <RemoveDialog
          device={device}
          onClose={close}
          onDone={(key) => {
            close();
            recoveryKey.value = key;
          }}
        />
      )}
      {recoveryKey.value !== null && (
        <RecoveryKeyDialog
          recoveryKey={recoveryKey.value}
          onClose={() => (recoveryKey.value = null)}
        />
      )}
    </Card>
  );
}
