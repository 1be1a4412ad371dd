import { t } from '../../ui';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import { FirstAccount } from './FirstAccount';

/** The welcome page for someone who already has a vault, linked from Help. */
export function WelcomePage() {
  const { all } = useManage().accounts;
  return (
    <SectionPage
      title={t('welcome.title')}
      hint={t('welcome.text')}
      actions={
        <a href="/options.html" target="_blank">
          {t('welcome.demo.title')}
        </a>
      }
    >
      <FirstAccount hasAccounts={(all.value?.length ?? 0) > 0} />
    </SectionPage>
  );
}
