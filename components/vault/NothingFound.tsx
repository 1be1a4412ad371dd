import { Button, t } from '../ui';
import css from './NothingFound.module.css';

export interface NothingFoundProps {
  readonly onClear: () => void;
  /** Adds an account. Absent in lists that only select accounts. */
  readonly onAdd?: (() => void) | undefined;
}

/** Tells that a search had no results, and offers what to do next. */
export const NothingFound = ({ onClear, onAdd }: NothingFoundProps) => (
  <div class={css['nothing']}>
    <output>{t('popup.nothingFound')}</output>
    <Button icon="close" onClick={onClear}>
      {t('popup.clearSearch')}
    </Button>
    {onAdd && (
      <Button variant="quiet" icon="plus" onClick={onAdd}>
        {t('manage.sections.add')}
      </Button>
    )}
  </div>
);
