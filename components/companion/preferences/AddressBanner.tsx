import { useSignal } from '@preact/signals';
import { Banner, Button, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';

/** Asks a person to verify their address, because 2FA is available only with a verified address. */
export function AddressBanner({ email }: { readonly email: string }) {
  const { signUp } = useCompanion();
  const send = useAction(signUp.mailVerification);
  const sent = useSignal(false);
  return (
    <>
      <Banner
        tone="warning"
        actions={
          <Button
            busy={send.busy}
            onClick={() => void send.run().then((done) => (sent.value = done))}
          >
            {t('companion.profile.verifySend')}
          </Button>
        }
      >
        {sent.value
          ? t('companion.signUp.verifyText', [email])
          : t('companion.profile.unverified', [email])}
      </Banner>
      {send.failure && <FormProblem text={refusalMessage(send.failure)} />}
    </>
  );
}
