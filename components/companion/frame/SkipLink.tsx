import { t } from '../../ui';
import css from './SkipLink.module.css';

/** The first Tab stop, a link that skips what every page repeats. */
export const SkipLink = () => (
  <button
    type="button"
    class={css['skip']}
    onClick={() => document.getElementById('content')?.focus()}
  >
    {t('companion.nav.skip')}
  </button>
);
