import type { SyncConflict, SyncView } from '../../../lib/authenticator/sync';
import { Banner, Button, Card, dateTime, t, useAction } from '../../ui';
import { fullName } from '../../vault/fullName';
import css from './Sync.module.css';
import { useSync } from './SyncTools';

interface ConflictProps {
  readonly conflict: SyncConflict;
  readonly own: string;
}

function Conflict({ conflict, own }: ConflictProps) {
  const { store } = useSync();
  const { busy, failure, run } = useAction();
  const { id, part, versions } = conflict;
  return (
    <li class={css['stack']}>
      <div class={css['words']}>
        <strong>{fullName(conflict)}</strong>
        <p>{part === 'otp' ? t('sync.conflicts.otp') : t('sync.conflicts.codes')}</p>
      </div>
      {failure && <Banner tone="danger">{failure}</Banner>}
      <ul class={css['rows']}>
        {versions.map(({ stamp, device, at }) => (
          <li key={stamp} class={css['row']}>
            <div class={css['words']}>
              {t('sync.conflicts.version', [device || own, dateTime(at)])}
              {stamp === null && <p>{t('sync.conflicts.inForce')}</p>}
            </div>
            <Button
              busy={busy}
              onClick={() => void run(() => store.service.resolve(id, part, stamp))}
            >
              {stamp === null ? t('sync.conflicts.keep') : t('sync.conflicts.use')}
            </Button>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Lists conflicts: changes of the same part of an account on several devices. */
export const ConflictsCard = ({ view }: { readonly view: SyncView }) => (
  <Card title={t('sync.conflicts.title')} hint={t('sync.conflicts.hint')}>
    <ul class={css['groups']}>
      {view.conflicts.map((one) => (
        <Conflict key={`${one.id} ${one.part}`} conflict={one} own={view.name} />
      ))}
    </ul>
  </Card>
);
