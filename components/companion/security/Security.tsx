import { t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ChangePasswordSection } from './ChangePasswordSection';
import { ResetEmailSection } from './ResetEmailSection';
import css from './Security.module.css';
import { TwoFactorSection } from './TwoFactorSection';

/** The Security tab: everything about how a person signs in. */
export function Security() {
  const { account } = useCompanion();
  const security = account.security.value;
  if (!security) return null;
  return (
    <div class={css['tab']}>
      <p>{t('companion.security.intro')}</p>
      <p class={css['quiet']}>{t('companion.security.shared')}</p>
      <div>
        <ResetEmailSection security={security} />
        <TwoFactorSection security={security} />
        {security.method === 'google' ? (
          <p class={css['google']}>{t('companion.password.google')}</p>
        ) : (
          <ChangePasswordSection security={security} />
        )}
      </div>
      <p class={css['quiet']}>{t('companion.security.elsewhere')}</p>
    </div>
  );
}
