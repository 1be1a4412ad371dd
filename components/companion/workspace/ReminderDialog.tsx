import { Button, Dialog, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { refusalMessage } from '../refusalMessage';

export interface ReminderDialogProps {
  readonly onClose: () => void;
}

/** Whoever wants others to use a second factor sets up their own first: "Go to settings" begins that. */
export function ReminderDialog({ onClose }: ReminderDialogProps) {
  const { route, twoFactor } = useCompanion();
  const say = useToast();
  const begin = async () => {
    route.go('/preferences/security');
    const refusal = await twoFactor.start();
    if (refusal) say({ text: refusalMessage(refusal) });
  };
  return (
    <Dialog
      title={t('companion.authentication.reminderTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button variant="primary" onClick={() => void begin()}>
            {t('companion.authentication.toSettings')}
          </Button>
        </>
      }
    >
      <p>{t('companion.refusals.enable_own_2fa_first')}</p>
    </Dialog>
  );
}
