import { Card, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import css from './Profile.module.css';

/** Who a person is here; the way to sign in is told, not chosen. */
export function Profile() {
  const { account } = useCompanion();
  const me = account.me.value;
  if (!me) return null;
  return (
    <Card>
      <dl class={css['facts']}>
        <dt>{t('companion.profile.name')}</dt>
        <dd>{me.name}</dd>
        <dt>{t('companion.profile.email')}</dt>
        <dd>{me.email}</dd>
        <dt>{t('companion.profile.method')}</dt>
        <dd>
          {me.method === 'google'
            ? t('companion.profile.methodGoogle')
            : t('companion.profile.methodPassword')}
          <p class={css['hint']}>{t('companion.profile.methodFixed')}</p>
        </dd>
        <dt>{t('companion.profile.workspaces')}</dt>
        <dd>
          <ul>
            {me.workspaces.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </Card>
  );
}
