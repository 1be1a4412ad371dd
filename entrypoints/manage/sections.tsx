import { browser } from 'wxt/browser';
import type { Section } from '../../components/manage';
import { t } from '../../components/ui';
import { createDrafts } from '../../components/stores/createDrafts';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import { clearingPermission } from '../../lib/platform';
import {
  announceSavedCodes,
  dropBackupCodeOffer,
  readBackupCodeOffer,
} from '../../lib/authenticator/state';
import { browserTargets } from '../../lib/platform/vault';
import type { Authenticator } from '../shared/authenticator';
import { openNews } from './openNews';
import { accountSection } from './accountSection';
import { addSection } from './addSection';
import { transferSections } from './transferSections';

/**
 * Returns the sections of the manage page in the order of its navigation. Each section loads when it is first
 * opened.
 */
export const sections = (authenticator: Authenticator): readonly Section[] => {
  const { vault, clock, preferences } = authenticator;
  const security = createSecurityStore({
    vault,
    targets: browserTargets(),
    policy: preferences.policy,
    copy: authenticator.copy,
  });
  const draftOf = createDrafts(vault.drafts);
  const news = openNews();
  const open = (id: string) => createEntryStore({ vault, clock, id });
  return [
    {
      id: 'accounts',
      icon: 'list',
      label: () => t('manage.sections.accounts'),
      load: async () => (await import('../../components/manage/accounts')).Accounts,
    },
    {
      id: 'codes',
      icon: 'clock',
      label: () => t('manage.codes.title'),
      load: async () => (await import('../../components/manage/codes')).CodesPage,
    },
    addSection(authenticator, draftOf),
    accountSection(authenticator, { open, draftOf }),
    ...transferSections(authenticator, security).filter(
      ({ id }) => id !== 'export' || preferences.policy.value.allowExport,
    ),
    {
      id: 'backup-codes',
      icon: 'ticket',
      label: () => t('manage.sections.backupCodes'),
      unlisted: true,
      load: async () => {
        const { HandOff } = await import('../../components/manage/hand-off');
        return () => (
          <HandOff
            read={readBackupCodeOffer}
            drop={dropBackupCodeOffer}
            announce={announceSavedCodes}
            open={open}
          />
        );
      },
    },
    {
      id: 'welcome',
      icon: 'help',
      label: () => t('welcome.title'),
      unlisted: true,
      load: async () => (await import('../../components/manage/welcome')).WelcomePage,
    },
    {
      id: 'security',
      icon: 'shield',
      label: () => t('security.title'),
      load: async () => {
        const { SecurityPage } = await import('../../components/manage/security');
        return () => <SecurityPage store={security} />;
      },
    },
    {
      id: 'sync',
      icon: 'refresh',
      label: () => t('sync.title'),
      load: async () => {
        const [{ SyncPage }, { buildSyncTools }] = await Promise.all([
          import('../../components/manage/sync'),
          import('./syncTools'),
        ]);
        const tools = buildSyncTools(authenticator);
        return () => <SyncPage tools={tools} />;
      },
    },
    {
      id: 'preferences',
      icon: 'settings',
      label: () => t('manage.sections.preferences'),
      load: async () => {
        const { PreferencesPage } = await import('../../components/manage/preferences');
        return () => <PreferencesPage clearing={clearingPermission} />;
      },
    },
    {
      id: 'news',
      icon: 'help',
      label: () => t('manage.news.title'),
      unlisted: true,
      within: 'help',
      load: async () => {
        const { News } = await import('../../components/manage/help');
        const { version } = browser.runtime.getManifest();
        return () => <News version={version} onRead={() => void news.read()} />;
      },
    },
    {
      id: 'help',
      icon: 'help',
      label: () => t('manage.sections.help'),
      mark: news.mark,
      load: async () => (await import('../../components/manage/help')).Help,
    },
  ];
};
