import { useSignal } from '@preact/signals';
import { Banner, Button, Card, Field, t, useAction } from '../../ui';
import { JoinDialog } from './JoinDialog';
import { RecoverDialog } from './RecoverDialog';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { PlaceFields } from './PlaceFields';
import { usePlace } from './usePlace';

export interface ConnectCardProps {
  /** The only address that the administrator allows, or null. */
  readonly fixedAddress: string | null;
  /** Called with the recovery key of the new sync set. This card is then unmounted. */
  readonly onConnected: (recoveryKey: string) => void;
}

const hints = {
  webdav: () => t('sync.connect.hint'),
  folder: () => t('sync.place.folderHint'),
  browser: () => t('sync.place.browserHint'),
};

const works = {
  webdav: () => t('sync.connect.works'),
  folder: () => t('sync.connect.works'),
  browser: () => t('sync.place.works'),
};

const others = {
  webdav: () => t('sync.connect.others'),
  folder: () => t('sync.connect.others'),
  browser: () => t('sync.place.others'),
};

/**
 * Connects this device to its storage, as the first device of a new sync set. Also offers to join existing devices,
 * or to use the recovery key.
 */
export function ConnectCard({ fixedAddress, onConnected }: ConnectCardProps) {
  const { store, suggestedName } = useSync();
  const place = usePlace(fixedAddress);
  const name = useSignal(suggestedName);
  const found = useSignal<number | null>(null);
  const open = useSignal<'join' | 'recover' | null>(null);
  const test = useAction();
  const connect = useAction();
  const edited = () => {
    found.value = null;
    test.clear();
    connect.clear();
  };

  const runTest = () =>
    test.run(async () => {
      found.value = (await store.service.test(await place.reach())).files;
    });

  const runConnect = () =>
    connect.run(async () => {
      const made = await store.service.connect(await place.reach(), name.value);
      onConnected(made.recoveryKey);
    });

  const failure = connect.failure ?? test.failure;
  return (
    <>
      <Card title={t('sync.place.title')} hint={hints[place.kind.value]()}>
        <form
          class={css['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (place.isComplete) void runConnect();
          }}
        >
          <PlaceFields place={place} fixedAddress={fixedAddress} onEdit={edited} />
          <Field
            label={t('sync.connect.device')}
            value={name.value}
            maxLength={60}
            onInput={(value) => (name.value = value)}
          />
          {failure && <Banner tone="danger">{failure}</Banner>}
          {!failure && found.value !== null && (
            <Banner tone={found.value > 0 ? 'warning' : 'success'}>
              {found.value > 0 ? others[place.kind.value]() : works[place.kind.value]()}
            </Banner>
          )}
          <div class={css['buttons']}>
            <Button busy={test.busy} disabled={!place.isComplete} onClick={() => void runTest()}>
              {t('sync.connect.test')}
            </Button>
            <Button
              type="submit"
              variant="primary"
              busy={connect.busy}
              disabled={!place.isComplete}
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
          <Button onClick={() => (open.value = 'recover')}>{t('sync.recovery.use')}</Button>
        </div>
      </Card>
      {open.value === 'join' && <JoinDialog onClose={() => (open.value = null)} />}
      {open.value === 'recover' && (
        <RecoverDialog fixedAddress={fixedAddress} onClose={() => (open.value = null)} />
      )}
    </>
  );
}
