import { useSignal } from '@preact/signals';
import { Banner, Button, Field, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { Link } from '../Link';
import { NewPasswordFields, newPasswordRefusals } from '../NewPasswordFields';
import { longestName } from '../longestName';
import { useForm } from '../useForm';
import { EntryPage } from './EntryPage';

/** Requests an account. The account is created when the mailed link is opened. */
export function SignUp() {
  const { signUp } = useCompanion();
  const sentTo = useSignal('');
  const form = useForm({
    initial: { name: '', email: '', next: '', again: '' },
    check: ({ next, again }) =>
      next === again ? {} : { again: t('companion.refusals.password_mismatch') },
    async act({ name, email, next, again }) {
      const refusal = await signUp.signUp({
        name: name.trim(),
        email: email.trim(),
        password: next,
        confirm: again,
      });
      if (!refusal) sentTo.value = email.trim();
      return refusal;
    },
    fieldOf: { bad_address: 'email', ...newPasswordRefusals },
  });
  if (sentTo.value !== '')
    return (
      <EntryPage title={t('companion.signUp.verifyTitle')}>
        <Banner tone="info">{t('companion.signUp.verifyText', [sentTo.value])}</Banner>
        <Link to={`/mailbox/${encodeURIComponent(sentTo.value)}`}>
          {t('companion.forgot.openMail')}
        </Link>
      </EntryPage>
    );
  return (
    <EntryPage title={t('companion.signUp.title')}>
      <form noValidate onSubmit={form.onSubmit}>
        <Field
          label={t('companion.signUp.name')}
          maxLength={longestName}
          autocomplete="name"
          {...form.field('name')}
        />
        <Field
          label={t('companion.signUp.email')}
          type="email"
          autocomplete="username"
          {...form.field('email')}
        />
        <NewPasswordFields form={form} least={15} />
        <FormProblem text={form.problem.value} />
        <Button type="submit" variant="primary" wide busy={form.busy.value}>
          {t('companion.signUp.submit')}
        </Button>
      </form>
      <Link to="/sign-in">{t('companion.signIn.back')}</Link>
    </EntryPage>
  );
}
