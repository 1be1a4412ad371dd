import { t } from '../ui';
import { useCompanion } from './CompanionContext';

/** Explains why to save backup codes, and whether an admin can help a person who lost the codes. */
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
