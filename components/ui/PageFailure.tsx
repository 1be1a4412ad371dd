import { Banner } from './Banner';
import { Button } from './Button';
import { t } from './words';

/** Stands where a page or a part of it can't be drawn, with a way on. */
export const PageFailure = () => (
  <Banner
    tone="danger"
    title={t('boundary.title')}
    actions={<Button onClick={() => location.reload()}>{t('boundary.reload')}</Button>}
  >
    {t('boundary.words')}
  </Banner>
);
