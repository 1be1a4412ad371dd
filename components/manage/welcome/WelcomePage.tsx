import { t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { FirstAccount } from './FirstAccount';

/** The welcome page for someone who already has a vault, linked from Help. */
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
