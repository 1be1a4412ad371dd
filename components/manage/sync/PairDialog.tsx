import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PairingState, SyncView } from '../../../lib/authenticator/sync';
import { Banner, Button, Checkbox, CopyButton, Dialog, QrCode, t, useAction } from '../../ui';
import { useManage } from '../ManageContext';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { usePolling } from './usePolling';
import { Waiting } from './Waiting';

/** Interval between two rounds until the new device has published its first file, in milliseconds. */
const untilSeen = 5000;

export interface PairDialogProps {
  readonly place: SyncView['place'];
  /** The number of other devices that are known now. */
  readonly known: number;
  readonly onClose: () => void;
}

const isOver = ({ state }: PairingState) => state === 'joined' || state === 'expired';

/** Shows the pairing code, then the digits to compare. Sends the key once the user has confirmed the digits. */
export function PairDialog({ place, known, onClose }: PairDialogProps) {
  const { copy } = useManage();
  const { store, matrixOf } = useSync();
  const { service } = store;
  const text = useSignal<string | null>(null);
  const withPassword = useSignal(true);
  const start = useAction();
  const confirm = useAction();

  const show = (password: boolean) =>
    start.run(async () => {
      withPassword.value = password;
      text.value = (await service.startPairing(password)).text;
    });
  const renew = () => {
    // Polling ended with the old code, and starts again once there is a new code.
    text.value = null;
    return show(withPassword.value);
  };
  useEffect(() => {
    void show(true);
    return () => void service.cancelPairing().catch(() => undefined);
  }, []);

  const { state, failure } = usePolling(
    text.value === null ? null : () => service.pollPairing(),
    isOver,
  );
  const now = state.value;
  const knownBefore = useRef(known);
  const isAwaited = now?.state === 'joined' && known <= knownBefore.current;
  useEffect(() => {
    if (!isAwaited) return undefined;
    // The new device publishes its file only after its user has chosen a passphrase.
    const look = () => void service.syncNow().catch(() => undefined);
    const timer = setInterval(look, untilSeen);
    return () => {
      clearInterval(timer);
      look();
    };
  }, [isAwaited]);
  const problem = start.failure ?? confirm.failure ?? failure.value;
  return (
    <Dialog
      title={t('sync.devices.pair')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            {now?.state === 'joined' ? t('ui.close') : t('ui.cancel')}
          </Button>
          {now?.state === 'expired' && (
            <Button variant="primary" busy={start.busy} onClick={() => void renew()}>
              {t('sync.pair.renew')}
            </Button>
          )}
          {now?.state === 'digits' && (
            <Button
              variant="primary"
              busy={confirm.busy}
              onClick={() => void confirm.run(() => service.confirmPairing())}
            >
              {t('sync.pair.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div class={css['stack']}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {now?.state === 'expired' && <Banner tone="warning">{t('sync.pair.expired')}</Banner>}
        {now?.state === 'joined' && <Banner tone="success">{t('sync.pair.joined')}</Banner>}
        {now?.state === 'confirmed' && <Waiting text={t('sync.pair.confirmed')} />}
        {now?.state === 'digits' && (
          <>
            <output>{t('sync.pair.compare', [now.name])}</output>
            <p class={css['digits']} dir="ltr" data-digits>
              {now.digits}
            </p>
          </>
        )}
        {text.value !== null && (now === null || now.state === 'waiting') && (
          <>
            <p>{t('sync.pair.text')}</p>
            <div class={css['code']}>
              <QrCode matrix={matrixOf(text.value)} label={t('sync.pair.code')} size={280} />
              <CopyButton text={() => text.value ?? ''} copy={copy} />
            </div>
            <Banner tone="warning">{t('sync.pair.secret')}</Banner>
            {place.kind === 'webdav' && (
              <Checkbox
                label={t('sync.pair.withPassword')}
                checked={withPassword.value}
                onChange={(checked) => void show(checked)}
              />
            )}
            <Waiting text={t('sync.pair.waiting')} />
          </>
        )}
      </div>
    </Dialog>
  );
}
