import { t } from '../ui';
import { useCompanion } from './CompanionContext';

/** Why backup codes are worth keeping, and whether an admin is another way back in. */
export function SaveAdvice() {
  const { account } = useCompanion();
  const phase = account.phase.value;
  const adminCanHelp =
    phase.at === 'set-up' ? phase.challenge.adminCanHelp : account.me.value?.adminCanHelp;
  return (
    <p>
      {t('companion.setUp.saveText')}{' '}
      {adminCanHelp ? t('companion.setUp.askAdmin') : t('companion.setUp.nobody')}
    </p>
  );
}
