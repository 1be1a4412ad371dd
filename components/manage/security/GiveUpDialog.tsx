import { useEffect } from 'preact/hooks';
import { Banner, Button, Dialog, t, useAction } from '../../ui';
import { useSecurity } from './SecurityContext';

export interface GiveUpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before what is stored of another vault goes for good, and saves it first for who wants that. */
export function GiveUpDialog({ open, onClose }: GiveUpDialogProps) {
  const store = useSecurity();
  const action = useAction();
  useEffect(() => void action.clear(), [open]);
  return (
    <Dialog
      open={open}
      title={t('security.health.giveUp')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('security.cancel')}</Button>
          <Button icon="download" onClick={() => void action.run(() => store.rescue())}>
            {t('security.rescue.save')}
          </Button>
          <Button
            variant="danger"
            busy={action.busy}
            onClick={() =>
              void action.run(() => store.giveUpOthers()).then((done) => done && onClose())
            }
          >
            {t('security.health.giveUp')}
          </Button>
        </>
      }
    >
      <p>{t('security.health.giveUpWords')}</p>
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
    </Dialog>
  );
}
