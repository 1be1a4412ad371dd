import { cx, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { Link } from '../Link';
import { AvatarMenu } from './AvatarMenu';
import { ServiceMark } from './ServiceMark';
import css from './Sidebar.module.css';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';

/**
 * The product's navigation, with the signed-in person at the bottom. On narrow pages a button opens the sidebar.
 */
export function Sidebar({ open }: { readonly open: boolean }) {
  const { account, route } = useCompanion();
  const [first] = route.parts.value;
  const workspace = account.workspace.value;
  return (
    <aside id="sidebar" class={cx(css['sidebar'], open && css['open'])}>
      <div class={css['mark']}>
        <ServiceMark name={t('companion.service')} />
      </div>
      <WorkspaceSwitcher />
      <nav aria-label={t('companion.nav.label')} class={css['nav']}>
        <Link to="/home" class={css['link']} current={first === 'home'}>
          {t('companion.nav.home')}
        </Link>
        {workspace?.manager && (
          <>
            <h2 class={css['heading']}>{t('companion.nav.security')}</h2>
            <Link to="/access/users" class={css['link']} current={first === 'access'}>
              {t('companion.nav.access')}
            </Link>
          </>
        )}
      </nav>
      <AvatarMenu />
    </aside>
  );
}
