import { Button, FormDialog, t, useAction } from '../../ui';
import { useSecurity } from './SecurityContext';

/**
 * Asks before another vault's data, which was found in one of the stores, is deleted permanently. Offers to save
 * the data first.
 */
export function GiveUpDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useSecurity();
  const action = useAction();
  return (
    <FormDialog
      title={t('security.health.giveUp')}
      submit={t('security.health.giveUp')}
      danger
      busy={action.busy}
      failure={action.failure}
      onSubmit={() => void action.run(() => store.giveUpOthers()).then((done) => done && onClose())}
      onClose={onClose}
      moreActions={
        <Button icon="download" onClick={() => void action.run(() => store.rescue())}>
          {t('security.rescue.save')}
        </Button>
      }
    >
      <p>{t('security.health.giveUpWords')}</p>
    </FormDialog>
  );
}
