import type { Section } from '../../components/manage';
import { t } from '../../components/ui';
import { createAddStore } from '../../components/stores/createAddStore';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { codeAt, makeOtp, parseOtpUri, readSecretKey } from '../../lib/otp';
import {
  allowClipboardClearing,
  dropBackupCodeOffer,
  readBackupCodeOffer,
} from '../../lib/platform';
import type { Authenticator } from '../shared/authenticator';
import { accountSection } from './accountSection';

/** The sections of the page in the order of its navigation; each is fetched when it is first opened. */
export const sections = ({ source, ticker, clock }: Authenticator): readonly Section[] => {
  const add = createAddStore({
    vault: source,
    otp: { codeAt, makeOtp, parseOtpUri, readSecretKey },
    second: ticker.second,
  });
  const open = (id: string) => createEntryStore({ vault: source, clock, id });
  return [
    {
      id: 'accounts',
      icon: 'list',
      label: () => t('manage.sections.accounts'),
      load: async () => (await import('../../components/manage/accounts')).Accounts,
    },
    {
      id: 'add',
      icon: 'plus',
      label: () => t('manage.sections.add'),
      load: async () => {
        const { Add } = await import('../../components/manage/add');
        return () => <Add store={add} />;
      },
    },
    accountSection(source, open),
    {
      id: 'backup-codes',
      icon: 'ticket',
      label: () => t('manage.sections.backupCodes'),
      unlisted: true,
      load: async () => {
        const { HandOff } = await import('../../components/manage/hand-off');
        return () => <HandOff read={readBackupCodeOffer} drop={dropBackupCodeOffer} open={open} />;
      },
    },
    {
      id: 'preferences',
      icon: 'settings',
      label: () => t('manage.sections.preferences'),
      load: async () => {
        const { PreferencesPage } = await import('../../components/manage/preferences');
        return () => <PreferencesPage allowClearing={allowClipboardClearing} />;
      },
    },
    {
      id: 'help',
      icon: 'help',
      label: () => t('manage.sections.help'),
      load: async () => (await import('../../components/manage/help')).Help,
    },
  ];
};
