import { useSignal } from '@preact/signals';
import type { NamedEntry } from '../../../lib/authenticator/sync';
import { Banner, Button, Card, Checkbox, t, useAction } from '../../ui';
import { fullName } from '../../vault/fullName';
import css from './Sync.module.css';
import { useSync } from './SyncTools';

/**
 * After this device was away for a long time, asks which accounts to keep among those that only this device has.
 */
export function StrangersCard({ strangers }: { readonly strangers: readonly NamedEntry[] }) {
  const { store } = useSync();
  const kept = useSignal<ReadonlySet<string>>(new Set(strangers.map(({ id }) => id)));
  const { busy, failure, run } = useAction();
  const toggle = (id: string, on: boolean) => {
    const next = new Set(kept.value);
    if (on) next.add(id);
    else next.delete(id);
    kept.value = next;
  };
  return (
    <Card title={t('sync.strangers.title')} hint={t('sync.strangers.hint')}>
      <div class={css['stack']}>
        {strangers.map((one) => (
          <Checkbox
            key={one.id}
            label={fullName(one)}
            checked={kept.value.has(one.id)}
            onChange={(on) => toggle(one.id, on)}
          />
        ))}
        {failure && <Banner tone="danger">{failure}</Banner>}
        <div class={css['buttons']}>
          <Button
            variant="primary"
            busy={busy}
            onClick={() => void run(() => store.service.keepStrangers([...kept.value]))}
          >
            {t('sync.strangers.submit')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
