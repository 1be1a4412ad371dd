import type { SyncView } from '../../../lib/authenticator/sync';
import { Banner, Button, Card, t, useAction } from '../../ui';
import { fullName } from '../../vault/fullName';
import css from './Sync.module.css';
import { useSync } from './SyncTools';

/** Offers to merge accounts with the same secret, such as an account that was enrolled on two devices. */
export function TwiceCard({ twice }: { readonly twice: SyncView['twice'] }) {
  const { store } = useSync();
  const { busy, failure, run } = useAction();
  return (
    <Card title={t('sync.twice.title')} hint={t('sync.twice.hint')}>
      {failure && <Banner tone="danger">{failure}</Banner>}
      <ul class={css['rows']}>
        {twice.map(([first, second]) => (
          <li key={second.id} class={css['row']}>
            <div class={css['words']}>
              <strong>{fullName(first)}</strong>
              <p>{fullName(second)}</p>
            </div>
            <Button
              busy={busy}
              onClick={() => void run(() => store.service.joinTwice(first.id, second.id))}
            >
              {t('sync.twice.join')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
