import { Icon, t } from '../../ui';
import css from './Accounts.module.css';

/** Leads to the accounts that were deleted in the last 30 days. */
export const TrashLink = () => (
  <a class={css['trash']} href="#/security/trash" title={t('security.trash.hint')}>
    <Icon name="trash" size={16} />
    {t('security.trash.title')}
  </a>
);
