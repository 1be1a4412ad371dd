import type { DemoPerson } from '../stores';
import { Button, CopyButton, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import css from './DemoPeople.module.css';

/** Lists the people of the demo with their passwords. A click fills in the sign-in form. */
export function DemoPeople({ onChoose }: { readonly onChoose: (person: DemoPerson) => void }) {
  const { demo } = useCompanion();
  return (
    <section class={css['people']} aria-labelledby="people-title">
      <h2 id="people-title">{t('companion.welcome.people')}</h2>
      <p class={css['hint']}>{t('companion.welcome.peopleHint')}</p>
      <ul>
        {demo.demo.value?.people.map((person) => (
          <li key={person.email} class={css['person']}>
            <div class={css['who']}>
              <strong>{person.name}</strong>
              <span class={css['role']}>{t(`companion.welcome.roles.${person.role}`)}</span>
              <span class={css['email']}>{person.email}</span>
              {person.password !== null && (
                <span class={css['password']}>
                  {t('companion.welcome.password')} <code>{person.password}</code>
                </span>
              )}
            </div>
            <div class={css['actions']}>
              {person.password !== null && (
                <CopyButton variant="quiet" text={() => person.password ?? ''} />
              )}
              <Button
                aria-label={t(
                  person.method === 'google'
                    ? 'companion.welcome.chooseGoogle'
                    : 'companion.welcome.choose',
                  [person.name],
                )}
                onClick={() => onChoose(person)}
              >
                {t('companion.welcome.use')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
