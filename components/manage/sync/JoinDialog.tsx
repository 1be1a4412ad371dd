import { useEffect } from 'preact/hooks';
import { Banner, Dialog, t, useAction, useToast } from '../../ui';
import { JoinSteps } from './JoinSteps';
import { useSync } from './SyncTools';
import { Waiting } from './Waiting';

/** Joins other devices. The accounts of this vault are merged with theirs. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = useSync();
  const toast = useToast();
  const { busy, failure, run } = useAction();
  useEffect(() => () => void store.service.cancelJoin().catch(() => undefined), []);

  async function finish(): Promise<void> {
    if (!(await run(() => store.service.finishJoin()))) return;
    onClose();
    toast({ text: t('sync.join.done') });
    await store.refresh();
  }

  return (
    <Dialog title={t('sync.join.open')} onClose={onClose}>
      {failure && <Banner tone="danger">{failure}</Banner>}
      {busy ? (
        <Waiting text={t('sync.pair.confirmed')} />
      ) : (
        <JoinSteps onReady={() => void finish()} />
      )}
    </Dialog>
  );
}
