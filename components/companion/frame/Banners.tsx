import { Banner, Button, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { refusalMessage } from '../refusalMessage';

/** Notices for a signed-in person, shown on every page. */
export function Banners() {
  const { account, refresh, route } = useCompanion();
  const me = account.me.value;
  if (!me) return null;
  const codesLeft = me.backupCodesLeft ?? 0;
  const toSecurity = (label: string) => (
    <Button onClick={() => route.go('/preferences/security')}>{label}</Button>
  );
  const failure = account.readFailure.value;
  // Only the home workspace mails a secret. Every other workspace that requires 2FA hides its pages until 2FA is
  // on.
  const elsewhere = me.workspaces
    .filter(({ twoFactorRequired }) => twoFactorRequired)
    .map(({ name }) => name);
  const atHome = me.mustEnrolFor.filter((name) => !elsewhere.includes(name));
  const isReviewing = route.parts.value[0] === 'invitations';
  return (
    <>
      {failure && (
        <Banner
          tone="warning"
          actions={
            <Button onClick={() => void refresh()}>{t('companion.unavailable.retry')}</Button>
          }
        >
          {`${refusalMessage(failure)} ${t('companion.unavailable.stale')}`}
        </Banner>
      )}
      {account.usedBackupCode.value && (
        <Banner
          tone={me.backupCodesFew ? 'warning' : 'info'}
          actions={
            <>
              {me.backupCodesFew && codesLeft > 0 && toSecurity(t('companion.twoFactor.generate'))}
              <Button variant="quiet" onClick={account.dismissBackupNotice}>
                {t('companion.banners.dismiss')}
              </Button>
            </>
          }
        >
          {plural('companion.banners.usedBackup', codesLeft)}
        </Banner>
      )}
      {me.backupCodesLeft === 0 && (
        <Banner tone="danger" actions={toSecurity(t('companion.twoFactor.generate'))}>
          {t('companion.banners.noCodes')}
        </Banner>
      )}
      {me.backupCodesFew && codesLeft > 0 && !account.usedBackupCode.value && (
        <Banner tone="warning" actions={toSecurity(t('companion.twoFactor.generate'))}>
          {plural('companion.banners.fewCodes', codesLeft)}
        </Banner>
      )}
      {me.codeReplayedAt !== null && (
        <Banner tone="warning" actions={toSecurity(t('companion.banners.toSecurity'))}>
          {t('companion.banners.replay')}
        </Banner>
      )}
      {elsewhere.length > 0 && (
        <Banner tone="warning" actions={toSecurity(t('companion.banners.setUp'))}>
          {t('companion.banners.requiredPages', [elsewhere.join(', ')])}
        </Banner>
      )}
      {atHome.length > 0 && (
        <Banner tone="warning" actions={toSecurity(t('companion.banners.setUp'))}>
          {t('companion.banners.invited', [atHome.join(', ')])}
        </Banner>
      )}
      {!isReviewing &&
        me.invitations.map(({ id, workspace, invitedBy }) => (
          <Banner
            key={id}
            tone="info"
            actions={
              <Button onClick={() => route.go('/invitations')}>
                {t('companion.invitations.review')}
              </Button>
            }
          >
            {t('companion.invitations.banner', [invitedBy, workspace])}
          </Banner>
        ))}
    </>
  );
}
