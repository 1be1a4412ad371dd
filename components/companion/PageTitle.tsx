import { useEffect } from 'preact/hooks';
import { t } from '../ui';

/** The heading of a page. Also sets the title of the browser tab. */
export function PageTitle({ children }: { readonly children: string }) {
  useEffect(() => {
    document.title = t('companion.title', [children, t('companion.service')]);
  }, [children]);
  return <h1>{children}</h1>;
}
