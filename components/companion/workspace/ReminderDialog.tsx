import { Button, Dialog, t, useAction, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { refusalMessage } from '../refusalMessage';

export interface ReminderDialogProps {
  readonly onClose: () => void;
}

/** Asks an admin to set up 2FA before requiring it of others. "Go to settings" starts the setup. */
export function ReminderDialog({ onClose }: ReminderDialogProps) {
  const { route, twoFactor } = useCompanion();
  const say = useToast();
  // The settings open only after the setup was started. Before the start, the settings would offer to start
  // another setup.
  const begin = useAction(async () => {
    const refusal = await twoFactor.start();
    route.go('/preferences/security');
    if (refusal) say({ text: refusalMessage(refusal) });
    return null;
  });
  return (
    <Dialog
      title={t('companion.authentication.reminderTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button variant="primary" busy={begin.busy} onClick={() => void begin.run()}>
            {t('companion.authentication.toSettings')}
          </Button>
        </>
      }
    >
      <p>{t('companion.refusals.enable_own_2fa_first')}</p>
    </Dialog>
  );
}
