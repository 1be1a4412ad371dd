import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SlotType } from '../../../lib/vault';
import { Banner, Button, Card, FormDialog, t, useAction } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import css from './WayOut.module.css';

/** The page to open after the vault was set aside. */
type Next = '#/restore' | '#/create';

/**
 * Offers what to do if the vault doesn't open: retry, save a rescue file, restore a backup, or create a new
 * vault.
 */
export function WayOut() {
  const { wayOut, unlockMethods, vaultStore } = useManage();
  const action = useAction();
  const asking = useSignal<Next | null>(null);
  const ways = useSignal<ReadonlySet<SlotType> | null>(null);
  const isLocked = vaultStore.state.value === 'locked';
  useEffect(() => {
    void unlockMethods
      ?.list()
      .then((found) => (ways.value = found))
      .catch(() => undefined);
  }, [unlockMethods]);
  if (!wayOut) return null;
  // Nothing is said about a recovery key if the slots can't be read.
  const hasRecovery = ways.value?.has('recovery') ?? false;
  const hasNoRecovery = ways.value !== null && !hasRecovery;
  const hasOnlyPassphrase = ways.value?.size === 1 && ways.value.has('passphrase');
  const isForgotten = isLocked && hasNoRecovery;
  const restoreWords = [
    t('gate.wayOut.restoreWords'),
    ...(hasNoRecovery ? [t('gate.wayOut.backupSecret')] : []),
  ].join(' ');
  const rescue = (
    <Card
      title={t('security.rescue.title')}
      hint={hasNoRecovery ? t('gate.wayOut.rescueWords') : t('security.rescue.hint')}
      actions={
        <Button icon="download" onClick={() => void action.run(() => wayOut.rescue())}>
          {t('security.rescue.save')}
        </Button>
      }
    >
      {!hasNoRecovery && <p>{t('gate.wayOut.keep')}</p>}
    </Card>
  );

  async function startAnew(next: Next): Promise<void> {
    if (!(await action.run(() => wayOut?.startAnew() ?? Promise.resolve()))) return;
    asking.value = null;
    goTo(next);
    await vaultStore.refresh();
  }

  return (
    <section class={css['ways']} aria-label={t('gate.wayOut.title')}>
      {isLocked && hasRecovery && <p>{t('gate.wayOut.recovery')}</p>}
      {isForgotten && hasOnlyPassphrase && <p>{t('gate.wayOut.noKey')}</p>}
      {isForgotten && <p>{t('gate.wayOut.sites')}</p>}
      {!isLocked && (
        <Button variant="primary" onClick={() => void action.run(() => vaultStore.refresh())}>
          {t('gate.wayOut.again')}
        </Button>
      )}
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      {!isForgotten && rescue}
      <Card
        title={t('gate.wayOut.restore')}
        hint={restoreWords}
        actions={
          <Button icon="upload" onClick={() => (asking.value = '#/restore')}>
            {t('gate.wayOut.restore')}
          </Button>
        }
      />
      <Card
        title={t('gate.wayOut.anew')}
        hint={t('gate.wayOut.anewWords')}
        actions={
          <Button icon="plus" onClick={() => (asking.value = '#/create')}>
            {t('gate.wayOut.anew')}
          </Button>
        }
      />
      {isForgotten && rescue}
      {asking.value && (
        <FormDialog
          title={t('gate.wayOut.confirm')}
          submit={t('gate.wayOut.submit')}
          busy={action.busy}
          failure={action.failure}
          onSubmit={() => asking.value && void startAnew(asking.value)}
          onClose={() => (asking.value = null)}
        >
          <p>{asking.value === '#/restore' ? restoreWords : t('gate.wayOut.anewWords')}</p>
        </FormDialog>
      )}
    </section>
  );
}
