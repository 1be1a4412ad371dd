import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JoinState, SyncPlace } from '../../../lib/authenticator/sync';
import { Banner, Button, Field, Lazy, PasswordField, t, TextArea, useAction } from '../../ui';
import { FolderField } from './FolderField';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { useAccess } from './useAccess';
import { usePolling } from './usePolling';
import { Waiting } from './Waiting';

const isOver = ({ state }: JoinState) => state !== 'waiting' && state !== 'digits';

/** Waits for the other device to confirm. */
function JoinWait({ onReady, onAgain }: { onReady: () => void; onAgain: () => void }) {
  const { store } = useSync();
  const { state, failure } = usePolling(() => store.service.pollJoin(), isOver);
  const now = state.value;
  useEffect(() => {
    if (now?.state === 'ready') onReady();
  }, [now?.state]);
  const isEnded = now?.state === 'expired' || now?.state === 'refused';
  return (
    <div class={css['stack']}>
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      {isEnded && (
        <>
          <Banner tone="warning">
            {now.state === 'refused'
              ? t('errors.sync.pairingRefused')
              : t('errors.sync.pairingExpired')}
          </Banner>
          <Button onClick={onAgain}>{t('sync.join.open')}</Button>
        </>
      )}
      {now?.state === 'digits' && (
        <>
          <output>{t('sync.join.compare')}</output>
          <p class={css['digits']} dir="ltr" data-digits>
            {now.digits}
          </p>
        </>
      )}
      {!isEnded && <Waiting text={t('sync.pair.waiting')} />}
    </div>
  );
}

/** Scans or pastes the other device's code, then shows the digits. Calls `onReady` once the key has arrived. */
export function JoinSteps({ onReady }: { readonly onReady: () => void }) {
  const { store, suggestedName, camera } = useSync();
  const { service } = store;
  const text = useSignal('');
  const name = useSignal(suggestedName);
  const password = useSignal('');
  const needsPassword = useSignal(false);
  const isWaiting = useSignal(false);
  const isScanning = useSignal(false);
  const allow = useAccess();
  const { busy, failure, run, clear } = useAction();

  /**
   * The storage in the code. The code is read before the click, because the permission for an address can be
   * requested only in a click.
   */
  const offer = useSignal<SyncPlace | null>(null);
  const folder = useSignal<string | null>(null);
  const read = async (value: string) => {
    const { place, needsPassword: needs } = await service.readCode(value);
    if (text.value !== value) return;
    offer.value = place;
    needsPassword.value = needs;
  };
  const setText = (value: string) => {
    text.value = value;
    offer.value = null;
    needsPassword.value = false;
    clear();
    if (value.trim() === '') return;
    void read(value).catch(() => undefined);
  };

  const submit = () =>
    run(async () => {
      if (offer.value?.kind === 'webdav') await allow(offer.value.address);
      await service.startJoin(text.value, needsPassword.value ? password.value : null, name.value);
      isWaiting.value = true;
    });

  if (isWaiting.value)
    return <JoinWait onReady={onReady} onAgain={() => (isWaiting.value = false)} />;
  return (
    <form
      class={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class={css['muted']}>{t('sync.join.hint')}</p>
      <TextArea
        mono
        rows={4}
        label={t('sync.pair.code')}
        value={text.value}
        onInput={setText}
        error={failure}
      />
      <Button icon="camera" onClick={() => (isScanning.value = true)}>
        {t('sync.join.camera')}
      </Button>
      {offer.value?.kind === 'folder' && (
        <>
          <p class={css['muted']}>{t('sync.place.sameFolder', [offer.value.name])}</p>
          <FolderField folder={folder} onEdit={clear} />
        </>
      )}
      {needsPassword.value && (
        <PasswordField
          label={t('sync.connect.password')}
          value={password.value}
          onInput={(value) => (password.value = value)}
        />
      )}
      <Field
        label={t('sync.connect.device')}
        value={name.value}
        maxLength={60}
        onInput={(value) => (name.value = value)}
      />
      <Button
        type="submit"
        variant="primary"
        wide
        busy={busy}
        disabled={
          text.value.trim() === '' ||
          (needsPassword.value && password.value === '') ||
          (offer.value?.kind === 'folder' && folder.value === null)
        }
      >
        {t('sync.join.next')}
      </Button>
      {isScanning.value && (
        <Lazy
          load={async () => {
            const { CameraView } = await import('../scan/CameraView');
            return () => (
              <CameraView
                {...camera}
                onFound={([found = '']) => {
                  isScanning.value = false;
                  setText(found);
                }}
                onClose={() => (isScanning.value = false)}
                otherWay={t('sync.join.noCamera')}
              />
            );
          }}
        />
      )}
    </form>
  );
}
