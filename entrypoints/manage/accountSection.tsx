import type { Section } from '../../components/manage';
import { t } from '../../components/ui';
import type { Drafts } from '../../components/stores/createDrafts';
import type { EntryStore } from '../../components/stores/createEntryStore';
import { encodeBase32, formatOtpUri, makeOtp, readWholeNumber } from '../../lib/otp';
import type { Authenticator } from '../shared/authenticator';

/** The page of one account, at `#/account/ID`. */
export const accountSection = (
  { vault, unlockMethods }: Authenticator,
  { open, draftOf }: { readonly open: (id: string) => EntryStore; readonly draftOf: Drafts },
): Section => ({
  id: 'account',
  icon: 'account',
  label: () => t('manage.sections.account'),
  unlisted: true,
  within: 'accounts',
  load: async () => {
    const [{ AccountPage }, { readBackupCodes }] = await Promise.all([
      import('../../components/manage/account'),
      import('../../lib/backup-codes'),
    ]);
    const tools = {
      open,
      draftOf,
      readBackupCodes,
      makeOtp,
      readWholeNumber,
      enrolment: async (account: Parameters<typeof formatOtpUri>[0]) => {
        const { qrMatrix } = await import('../../lib/qr');
        return { matrix: qrMatrix(formatOtpUri(account)), key: encodeBase32(account.otp.secret) };
      },
      readHost: async (text: string) => (await import('../../lib/sites')).readHost(text),
      linkReach: async (host: string) => {
        const { isShared, wholeSite } = await import('../../lib/sites');
        return { isShared: isShared(host), wholeSite: wholeSite(host) };
      },
      hasPassphrase: async () => (await unlockMethods.list()).has('passphrase'),
      verifyPassphrase: (passphrase: string) => vault.verifyPassphrase(passphrase),
    };
    return () => <AccountPage tools={tools} />;
  },
});
