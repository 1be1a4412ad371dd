import { Banner, Button, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { EntryPage } from './EntryPage';
import css from './EntryPage.module.css';

/** Simulates Google's account chooser, and tells the user that the page isn't real. */
export function Google() {
  const { account, demo, route } = useCompanion();
  const signIn = useAction(account.signInWithGoogle);
  // People who sign in with a password aren't listed, because the service refuses their sign-in with Google.
  const withPassword = new Set(
    demo.demo.value?.people.filter(({ method }) => method === 'password').map(({ email }) => email),
  );
  const people = (demo.demo.value?.googleAccounts ?? []).filter(
    ({ email }) => !withPassword.has(email),
  );
  return (
    <EntryPage title={t('companion.google.title')}>
      <Banner tone="warning">{t('companion.google.marked')}</Banner>
      <p>
        {people.length === 0
          ? t('companion.google.none')
          : t('companion.google.choose', [t('companion.service')])}
      </p>
      <ul class={css['choices']}>
        {people.map((person) => (
          <li key={person.sub}>
            <Button wide busy={signIn.busy} onClick={() => void signIn.run(person.sub)}>
              {`${person.name} · ${person.email}`}
            </Button>
          </li>
        ))}
      </ul>
      {signIn.failure && <FormProblem text={refusalMessage(signIn.failure)} />}
      <Button variant="quiet" flush onClick={() => route.go('/sign-in')}>
        {t('companion.cancel')}
      </Button>
    </EntryPage>
  );
}
