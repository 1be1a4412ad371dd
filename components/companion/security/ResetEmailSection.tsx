import type { SecurityView } from '../stores';
import { Banner, Button, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { Section } from './Section';

/** Mails the person a reset link, always to their own address. */
export function ResetEmailSection({ security }: { readonly security: SecurityView }) {
  const { password } = useCompanion();
  const send = useAction(password.sendResetEmail);
  const sent = password.sentTo.value;
  return (
    <Section
      id="password-reset-email"
      title={t('companion.resetEmail.title')}
      about={
        <p>
          {security.method === 'google'
            ? t('companion.resetEmail.google')
            : t('companion.resetEmail.text', [security.email])}
        </p>
      }
    >
      {sent && <Banner tone="success">{t('companion.resetEmail.sent', [sent])}</Banner>}
      {send.failure && <FormProblem text={refusalMessage(send.failure)} />}
      <div>
        <Button icon="mail" busy={send.busy} onClick={() => void send.run()}>
          {sent ? t('companion.resetEmail.again') : t('companion.resetEmail.send')}
        </Button>
      </div>
    </Section>
  );
}
