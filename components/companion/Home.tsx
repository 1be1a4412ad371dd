import { Banner, Card, t } from '../ui';
import { useCompanion } from './CompanionContext';
import css from './Home.module.css';
import { Link } from './Link';
import { PageTitle } from './PageTitle';

/** The home page for signed-in people, which shows whether 2FA is on and suggests what to try. */
export function Home() {
  const { account } = useCompanion();
  const me = account.me.value;
  const workspace = account.workspace.value;
  const isOn = account.security.value?.twoFactor.state === 'on';
  if (!me) return null;
  return (
    <>
      <PageTitle>{t('companion.home.title', [me.name])}</PageTitle>
      <p>{t('companion.home.text')}</p>
      <Banner tone={isOn ? 'success' : 'info'}>
        {isOn ? t('companion.home.stateOn') : t('companion.home.stateOff')}{' '}
        <Link to="/preferences/security">{t('companion.home.toSecurity')}</Link>
      </Banner>
      <Card title={t('companion.home.steps')}>
        <ol class={css['steps']}>
          <li>{t('companion.home.tryEnable')}</li>
          <li>{t('companion.home.trySignIn')}</li>
          <li>{t('companion.home.tryEnforce')}</li>
          <li>{t('companion.home.tryReset')}</li>
        </ol>
        {workspace?.manager && (
          <p>
            <Link to="/access/users">{t('companion.home.toAccess', [workspace.name])}</Link>
          </p>
        )}
      </Card>
    </>
  );
}
