import type { Section } from '../../components/manage';
import { t } from '../../components/ui';
import { createAddStore } from '../../components/stores/createAddStore';
import { codeAt, makeOtp, parseOtpUri, readSecretKey } from '../../lib/otp';
import type { Authenticator } from '../shared/authenticator';

/** The sections of the page in the order of its navigation; each is fetched when it is first opened. */
export const sections = ({ source, ticker }: Authenticator): readonly Section[] => {
  const add = createAddStore({
    vault: source,
    otp: { codeAt, makeOtp, parseOtpUri, readSecretKey },
    second: ticker.second,
  });
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
  ];
};
