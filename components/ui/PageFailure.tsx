import { Banner } from './Banner';
import { Button } from './Button';
import { t } from './words';

/** Stands in for a page, or a part of it, that can't be rendered. Offers what to do next. */
export const PageFailure = () => (
  <Banner
    tone="danger"
    title={t('boundary.title')}
    actions={<Button onClick={() => location.reload()}>{t('boundary.reload')}</Button>}
  >
    {t('boundary.words')}
  </Banner>
);
