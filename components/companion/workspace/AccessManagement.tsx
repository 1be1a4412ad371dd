import { useEffect } from 'preact/hooks';
import { Button, EmptyState, Tabs, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { PageTitle } from '../PageTitle';
import { AuditLog } from './AuditLog';
import { AuthenticationSettings } from './AuthenticationSettings';
import { Groups } from './Groups';
import { Users } from './Users';
import css from './workspace.module.css';

const tabs = ['users', 'groups', 'authentication', 'audit'] as const;
type Tab = (typeof tabs)[number];

/** The page "Access Management", for members of a group with the permission "Manage Account". */
export function AccessManagement() {
  const { account, route, workspace } = useCompanion();
  const current = account.workspace.value;
  const mayManage = current?.manager ?? false;
  useEffect(() => {
    if (!mayManage) return;
    void workspace.load();
  }, [current?.id, mayManage]);
  if (current?.twoFactorRequired)
    return (
      <EmptyState
        icon="shield"
        title={t('companion.access.required', [current.name])}
        actions={
          <Button variant="primary" onClick={() => route.go('/preferences/security')}>
            {t('companion.banners.setUp')}
          </Button>
        }
      >
        {t('companion.access.requiredText')}
      </EmptyState>
    );
  if (!current || !mayManage)
    return (
      <EmptyState
        icon="lock"
        title={t('companion.access.denied')}
        actions={<Button onClick={() => route.go('/home')}>{t('companion.access.back')}</Button>}
      >
        {t('companion.access.deniedText', [current?.name ?? ''])}
      </EmptyState>
    );
  const selected: Tab = tabs.find((tab) => tab === route.parts.value[1]) ?? 'users';
  return (
    <>
      <div>
        <p class={css['crumbs']}>
          {t('companion.nav.security')} › {t('companion.access.title')} ›{' '}
          {t(`companion.access.${selected}`)}
        </p>
        <PageTitle>{t('companion.access.title')}</PageTitle>
      </div>
      <Tabs
        label={t('companion.access.title')}
        tabs={tabs.map((id) => ({ id, label: t(`companion.access.${id}`) }))}
        selected={selected}
        onSelect={(tab) => route.go(`/access/${tab}`)}
      >
        {selected === 'users' && <Users workspace={current} />}
        {selected === 'groups' && <Groups members={workspace.members.value?.rows ?? []} />}
        {selected === 'authentication' && <AuthenticationSettings workspace={current} />}
        {selected === 'audit' && <AuditLog workspace={current} />}
      </Tabs>
    </>
  );
}
