import { t } from '../ui';
import { useCompanion } from './CompanionContext';

/** Why backup codes are worth keeping, and for members of a workspace the other way back in. */
export function SaveAdvice() {
  const { account } = useCompanion();
  // What has to be set up before the first session is asked for by a workspace.
  const isMember =
    account.phase.value.at === 'set-up' || (account.me.value?.workspaces.length ?? 0) > 0;
  return (
    <p>
      {t('companion.setUp.saveText')}
      {isMember && ` ${t('companion.setUp.askAdmin')}`}
    </p>
  );
}
