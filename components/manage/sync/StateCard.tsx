import { useSignal } from '@preact/signals';
import type { SyncView } from '../../../lib/authenticator/sync';
import { AppError } from '../../../lib/errors';
import {
  Banner,
  Button,
  Card,
  errorMessage,
  isolate,
  number,
  plural,
  t,
  useAction,
} from '../../ui';
import { AccessDialog } from './AccessDialog';
import { ago, soon } from './ago';
import { JoinDialog } from './JoinDialog';
import { RecoveryKeyDialog } from './RecoveryKeyDialog';
import { StopDialog } from './StopDialog';
import css from './Sync.module.css';
import { useSync } from './SyncTools';
import { useNow } from './useNow';

/** Returns the state of sync as one sentence. */
function sentence({ paused, running, lastRound, devices }: SyncView, now: number): string {
  if (paused) return t('sync.state.paused');
  if (running) return t('sync.state.running');
  if (lastRound === null) return t('sync.state.never');
  return devices.length === 0
    ? t('sync.state.alone', [ago(lastRound, now)])
    : plural('sync.state.inStep', devices.length, ago(lastRound, now));
}

function titleOf(place: SyncView['place']): string {
  if (place.kind === 'webdav') return place.address;
  return place.kind === 'folder' ? place.name : t('sync.place.browser');
}

const size = (bytes: number) => `${number(Math.ceil(bytes / 1000))} kB`;

interface FailureProps {
  readonly view: SyncView;
  readonly now: number;
  readonly onJoin: () => void;
}

/** Shows the last failure, with a button if the user can resolve it. */
function FailureBanner({ view, now, onJoin }: FailureProps) {
  const { store, allow, folder } = useSync();
  const { failure, place } = view;
  const action = useAction();
  if (!failure) return null;
  const { code, facts, retryAt } = failure;
  const choose = async () => (await folder.choose()) !== null;
  const permit = async () => {
    const allowed =
      place.kind === 'webdav'
        ? await allow(place.address)
        : (await folder.allow()) || (await choose());
    if (allowed) await store.service.syncNow();
  };
  const remedy = () => {
    if (code === 'sync/no-permission' || code === 'sync/folder-gone')
      return (
        <Button busy={action.busy} onClick={() => void action.run(permit)}>
          {t('sync.allow')}
        </Button>
      );
    if (code === 'sync/foreign-set')
      return (
        <Button icon="qr" onClick={onJoin}>
          {t('sync.join.open')}
        </Button>
      );
    if (code !== 'sync/emptied') return null;
    const republish = () => action.run(() => store.service.republish());
    return (
      <Button busy={action.busy} onClick={() => void republish()}>
        {t('sync.republish')}
      </Button>
    );
  };
  return (
    <Banner tone={retryAt === null ? 'danger' : 'warning'} actions={remedy()}>
      {errorMessage(new AppError(code, facts))}
      {retryAt !== null && ` ${t('sync.state.retry', [soon(retryAt, now)])}`}
    </Banner>
  );
}

/** Shows notices until the user dismisses them, and devices whose newest file doesn't open. */
function Notes({ view }: { readonly view: SyncView }) {
  const { store } = useSync();
  const { again, wentBack, unreadable } = view;
  const names = again.map(({ issuer, account }) => issuer || account).join(', ');
  const isNew = wentBack || again.length > 0;
  return (
    <>
      {isNew && (
        <Banner
          actions={
            <Button onClick={() => void store.service.dismiss()}>{t('sync.notes.dismiss')}</Button>
          }
        >
          {wentBack && <p>{t('sync.notes.wentBack')}</p>}
          {again.length > 0 && <p>{t('sync.notes.again', [names])}</p>}
        </Banner>
      )}
      {unreadable.map((name) => (
        <Banner key={name} tone="warning">
          {t('sync.notes.unreadable', [name])}
        </Banner>
      ))}
    </>
  );
}

/** Shows the state of sync, with the actions that aren't about a single device. */
export function StateCard({ view }: { readonly view: SyncView }) {
  const { store } = useSync();
  const { service } = store;
  const open = useSignal<'access' | 'join' | 'stop' | null>(null);
  const recoveryKey = useSignal<string | null>(null);
  const now = useNow();
  const round = useAction();
  const action = useAction();
  const close = () => (open.value = null);
  const { place, paused, bytesUsed } = view;
  return (
    <Card title={isolate(titleOf(place), t('locale.direction'))}>
      <div class={css['stack']}>
        {(!view.failure || paused) && <output class={css['state']}>{sentence(view, now)}</output>}
        {!paused && <FailureBanner view={view} now={now} onJoin={() => (open.value = 'join')} />}
        <Notes view={view} />
        {bytesUsed !== null && (
          <p class={css['muted']}>{t('sync.state.storage', [size(bytesUsed)])}</p>
        )}
        {action.failure && <Banner tone="danger">{action.failure}</Banner>}
        <div class={css['buttons']}>
          {!paused && (
            <Button
              variant="primary"
              icon="refresh"
              busy={round.busy}
              onClick={() => void round.run(() => service.syncNow())}
            >
              {t('sync.now')}
            </Button>
          )}
          <Button busy={action.busy} onClick={() => void action.run(() => service.pause(!paused))}>
            {paused ? t('sync.resume') : t('sync.pause')}
          </Button>
        </div>
        <div class={css['buttons']}>
          {place.kind === 'webdav' && (
            <Button onClick={() => (open.value = 'access')}>{t('sync.access')}</Button>
          )}
          <Button
            onClick={() =>
              void action.run(async () => {
                recoveryKey.value = (await service.renewRecoveryKey()).recoveryKey;
              })
            }
          >
            {t('sync.recovery.renew')}
          </Button>
          <Button onClick={() => (open.value = 'stop')}>{t('sync.stop.open')}</Button>
        </div>
      </div>
      {open.value === 'access' && <AccessDialog place={place} onClose={close} />}
      {open.value === 'join' && <JoinDialog onClose={close} />}
      {open.value === 'stop' && <StopDialog onClose={close} />}
      {recoveryKey.value !== null && (
        <RecoveryKeyDialog
          recoveryKey={recoveryKey.value}
          onClose={() => (recoveryKey.value = null)}
        />
      )}
    </Card>
  );
}
