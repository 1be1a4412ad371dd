import { useSignal } from '@preact/signals';
import type { SetUp } from '../stores';
import { Button, Dialog, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { SetUpForm } from './SetUpForm';

/** The setup of 2FA for a signed-in person. Closing the dialog changes nothing. */
export function SetUpDialog({ setUp }: { readonly setUp: SetUp }) {
  const { account, twoFactor } = useCompanion();
  const say = useToast();
  const busy = useSignal(false);
  const isReplacing = account.security.value?.twoFactor.state === 'on';
  const done = isReplacing ? t('companion.twoFactor.replaced') : t('companion.twoFactor.enabled');
  return (
    <Dialog
      wide
      title={t('companion.setUp.title')}
      leaving={{
        title: t('companion.setUp.leave.title'),
        text: t('companion.setUp.leave.text'),
        stay: t('companion.setUp.leave.stay'),
        leave: t('companion.setUp.leave.leave'),
      }}
      onClose={() => void twoFactor.cancel()}
      actions={
        <>
          <Button onClick={() => void twoFactor.cancel()}>{t('companion.cancel')}</Button>
          <Button type="submit" form="set-up" variant="primary" busy={busy.value}>
            {t('companion.setUp.submit')}
          </Button>
        </>
      }
    >
      <SetUpForm
        id="set-up"
        setUp={setUp}
        heading="h3"
        verify={twoFactor.verify}
        onBusy={(now) => (busy.value = now)}
        onDone={() => say({ text: done })}
      />
    </Dialog>
  );
}
