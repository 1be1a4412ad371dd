import { Banner, Button, Card, t, useAction } from '../../ui';
import { useSecurity } from './SecurityContext';

/**
 * Saves the stored data unchanged, even if the vault doesn't open. `open` is true for a vault without a
 * passphrase.
 */
export function RescueCard({ open }: { readonly open: boolean }) {
  const store = useSecurity();
  const action = useAction();
  return (
    <Card
      title={t('security.rescue.title')}
      hint={open ? t('security.rescue.openHint') : t('security.rescue.hint')}
      actions={
        <Button icon="download" onClick={() => void action.run(() => store.rescue())}>
          {t('security.rescue.save')}
        </Button>
      }
    >
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
    </Card>
  );
}
