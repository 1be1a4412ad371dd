import { t } from '../../ui';
import css from './SkipLink.module.css';

/**
 * The first Tab stop of a page. Skips the controls that every page repeats, and moves the focus to the content.
 */
export const SkipLink = () => (
  <button
    type="button"
    class={css['skip']}
    onClick={() => document.getElementById('content')?.focus()}
  >
    {t('companion.nav.skip')}
  </button>
);
