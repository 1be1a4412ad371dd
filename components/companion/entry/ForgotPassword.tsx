import { useSignal } from '@preact/signals';
import { Banner, Button, Field, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { Link } from '../Link';
import { useForm } from '../useForm';
import { EntryPage } from './EntryPage';

/** Requests a reset link. The response is the same for every address. */
export function ForgotPassword() {
  const { password } = useCompanion();
  const sent = useSignal(false);
  const form = useForm({
    initial: { email: '' },
    async act({ email }) {
      const refusal = await password.requestReset(email.trim());
      sent.value = refusal === null;
      return refusal;
    },
    fieldOf: { bad_address: 'email' },
  });
  return (
    <EntryPage title={t('companion.forgot.title')}>
      <p>{t('companion.forgot.text')}</p>
      <form noValidate onSubmit={form.onSubmit}>
        <Field
          label={t('companion.signIn.email')}
          type="email"
          autocomplete="username"
          {...form.field('email')}
        />
        <FormProblem text={form.problem.value} />
        {sent.value && <Banner tone="success">{t('companion.forgot.sent')}</Banner>}
        <Button type="submit" variant="primary" wide busy={form.busy.value}>
          {t('companion.forgot.submit')}
        </Button>
      </form>
      {sent.value && <Link to="/mailbox">{t('companion.forgot.openMail')}</Link>}
      <Link to="/sign-in">{t('companion.signIn.back')}</Link>
    </EntryPage>
  );
}
