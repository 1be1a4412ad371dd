import { useSignal } from '@preact/signals';
import { Banner, Button, Card, Field, t, useAction } from '../../ui';
import { AccessFields, isComplete, type Access } from './AccessFields';
import { JoinDialog } from './JoinDialog';
import { RecoverDialog } from './RecoverDialog';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { placeFrom, useAccess } from './useAccess';

export interface ConnectCardProps {
  /** The only address that the administrator allows, or null. */
  readonly fixedAddress: string | null;
  /** Called with the recovery key of the new sync set. This card is then unmounted. */
  readonly onConnected: (recoveryKey: string) => void;
}

/**
 * Connects this device to a folder, as the first device of a new sync set. Also offers to join existing devices,
 * or to use the recovery key.
 */
export function ConnectCard({ fixedAddress, onConnected }: ConnectCardProps) {
  const { store, suggestedName } = useSync();
  const access = useSignal<Access>({ address: fixedAddress ?? '', user: '', password: '' });
  const name = useSignal(suggestedName);
  const found = useSignal<number | null>(null);
  const open = useSignal<'join' | 'recover' | null>(null);
  const allow = useAccess();
  const test = useAction();
  const connect = useAction();
  const edited = () => {
    found.value = null;
    test.clear();
    connect.clear();
  };

  const runTest = () =>
    test.run(async () => {
      await allow(access.value.address);
      found.value = (await store.service.test(placeFrom(access.value))).files;
    });

  const runConnect = () =>
    connect.run(async () => {
      await allow(access.value.address);
      const made = await store.service.connect(placeFrom(access.value), name.value);
      onConnected(made.recoveryKey);
    });

  const failure = connect.failure ?? test.failure;
  return (
    <>
      <Card title={t('sync.connect.title')} hint={t('sync.connect.hint')}>
        <form
          class={css['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete(access.value)) void runConnect();
          }}
        >
          <AccessFields access={access} fixedAddress={fixedAddress} onEdit={edited} />
          <Field
            label={t('sync.connect.device')}
            value={name.value}
            maxLength={60}
            onInput={(value) => (name.value = value)}
          />
          {failure && <Banner tone="danger">{failure}</Banner>}
          {!failure && found.value !== null && (
            <Banner tone={found.value > 0 ? 'warning' : 'success'}>
              {found.value > 0 ? t('sync.connect.others') : t('sync.connect.works')}
            </Banner>
          )}
          <div class={css['buttons']}>
            <Button
              busy={test.busy}
              disabled={!isComplete(access.value)}
              onClick={() => void runTest()}
            >
              {t('sync.connect.test')}
            </Button>
            <Button
              type="submit"
              variant="primary"
              busy={connect.busy}
              disabled={!isComplete(access.value)}
            >
              {t('sync.connect.submit')}
            </Button>
          </div>
        </form>
      </Card>
      <Card title={t('sync.join.open')} hint={t('sync.join.hint')}>
        <div class={css['buttons']}>
          <Button icon="qr" onClick={() => (open.value = 'join')}>
            {t('sync.join.open')}
          </Button>
          <Button variant="quiet" onClick={() => (open.value = 'recover')}>
            {t('sync.recovery.use')}
          </Button>
        </div>
      </Card>
      {open.value === 'join' && <JoinDialog onClose={() => (open.value = null)} />}
      {open.value === 'recover' && <RecoverDialog onClose={() => (open.value = null)} />}
    </>
  );
}
