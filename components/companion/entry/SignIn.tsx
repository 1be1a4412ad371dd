import { useRef } from 'preact/hooks';
import type { DemoPerson } from '../stores';
import { Banner, Button, Field, PasswordField, t } from '../../ui';
import { FormProblem } from '../FormProblem';
import { useCompanion } from '../CompanionContext';
import { Link } from '../Link';
import { refusalMessage } from '../refusalMessage';
import { useForm } from '../useForm';
import { DemoPeople } from './DemoPeople';
import { EntryPage } from './EntryPage';
import css from './EntryPage.module.css';

/** Asks for email and password. Doesn't reveal whether the account exists or which step follows. */
export function SignIn() {
  const { account, route } = useCompanion();
  const form = useForm({
    initial: { email: '', password: '' },
    act: ({ email, password }) => account.signIn(email.trim(), password),
  });
  const element = useRef<HTMLFormElement>(null);
  const fillIn = ({ email, password }: DemoPerson) => {
    form.set({ email, password: password ?? '' });
    // With the focus on the submit button, Enter signs in instead of filling in the form again.
    element.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
  };
  const notice = account.notice.value;
  return (
    <EntryPage
      title={t('companion.welcome.title', [t('companion.service')])}
      beside={
        <DemoPeople
          onChoose={(person) => (person.method === 'google' ? route.go('/google') : fillIn(person))}
        />
      }
    >
      {notice && (
        <Banner tone={'done' in notice ? 'success' : 'warning'}>
          {'done' in notice ? t(`companion.signIn.${notice.done}`) : refusalMessage(notice.refusal)}
        </Banner>
      )}
      <form ref={element} noValidate onSubmit={form.onSubmit}>
        <Field
          label={t('companion.signIn.email')}
          type="email"
          autocomplete="username"
          {...form.field('email')}
        />
        <PasswordField
          label={t('companion.signIn.password')}
          autocomplete="current-password"
          {...form.field('password')}
        />
        <FormProblem text={form.problem.value} />
        <Button type="submit" variant="primary" wide busy={form.busy.value}>
          {t('companion.signIn.submit')}
        </Button>
        <div class={css['links']}>
          <Link to="/forgot">{t('companion.signIn.forgot')}</Link>
          <Link to="/sign-up">{t('companion.signIn.signUp')}</Link>
        </div>
      </form>
      <div class={css['or']}>
        <Button wide onClick={() => route.go('/google')}>
          {t('companion.signIn.google')}
        </Button>
      </div>
    </EntryPage>
  );
}
