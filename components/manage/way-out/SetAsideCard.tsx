import { useSignal } from '@preact/signals';
import { useContext, useEffect } from 'preact/hooks';
import type { SetAsideVault } from '../../../lib/vault';
import {
  Banner,
  Button,
  Card,
  dateTime,
  FormDialog,
  InlineFacts,
  plural,
  t,
  useAction,
} from '../../ui';
import { ManageContext } from '../ManageContext';
import css from './WayOut.module.css';

/**
 * Lists the vaults that were set aside, so that the user can reopen or delete them. Renders nothing if no vault
 * was set aside.
 */
export function SetAsideCard() {
  const manage = useContext(ManageContext);
  const wayOut = manage?.wayOut;
  const action = useAction();
  const found = useSignal<readonly SetAsideVault[]>([]);
  const deleting = useSignal<SetAsideVault | null>(null);
  const load = async () => (found.value = (await wayOut?.list()) ?? []);
  useEffect(() => void load().catch(() => undefined), [wayOut]);
  if (!wayOut || found.value.length === 0) return null;

  async function reopen(id: string): Promise<void> {
    await action.run(async () => {
      await wayOut?.reopen(id);
      await manage?.vaultStore.refresh();
      await load();
    });
  }
  async function remove(id: string): Promise<void> {
    const done = await action.run(async () => {
      await wayOut?.remove(id);
      await load();
    });
    if (done) deleting.value = null;
  }

  return (
    <Card title={t('security.setAside.title')} hint={t('security.setAside.hint')}>
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      <ul class={css['rows']}>
        {found.value.map((one) => (
          <li key={one.id} class={css['row']}>
            <p>
              <InlineFacts
                of={[
                  t('security.setAside.at', [dateTime(one.setAsideAt)]),
                  plural('security.health.records', one.records),
                ]}
              />
            </p>
            <Button
              busy={action.busy}
              aria-label={t('security.setAside.reopenOne', [dateTime(one.setAsideAt)])}
              onClick={() => void reopen(one.id)}
            >
              {t('security.setAside.reopen')}
            </Button>
            <Button
              variant="quiet"
              aria-label={t('security.setAside.removeOne', [dateTime(one.setAsideAt)])}
              onClick={() => (deleting.value = one)}
            >
              {t('security.setAside.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {deleting.value && (
        <FormDialog
          title={t('security.setAside.removeTitle')}
          submit={t('security.setAside.remove')}
          danger
          busy={action.busy}
          onSubmit={() => deleting.value && void remove(deleting.value.id)}
          onClose={() => (deleting.value = null)}
        >
          <p>{t('security.setAside.removeWords')}</p>
        </FormDialog>
      )}
    </Card>
  );
}
