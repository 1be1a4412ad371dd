import { t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { FirstAccount } from './FirstAccount';

/** The welcome for someone who has a vault already, as Help links to it. */
export const WelcomePage = () => (
  <SectionPage
    title={t('welcome.title')}
    hint={t('welcome.text')}
    actions={
      <a href="/options.html" target="_blank">
        {t('welcome.demo.title')}
      </a>
    }
  >
    <FirstAccount />
  </SectionPage>
);
