import type { Signal } from '@preact/signals';
import { t } from '../ui';
import css from './TagChips.module.css';

export interface TagChipsProps {
  readonly tags: readonly string[];
  /** The selected tag, or empty. */
  readonly chosen: Signal<string>;
}

/**
 * The tags of the accounts, if there are any. A click filters by a tag, a second click shows all accounts again.
 */
export const TagChips = ({ tags, chosen }: TagChipsProps) =>
  tags.length > 0 && (
    <fieldset class={css['tags']} aria-label={t('manage.account.tags')}>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          dir="auto"
          class={css['tag']}
          aria-pressed={tag === chosen.value}
          onClick={() => (chosen.value = tag === chosen.value ? '' : tag)}
        >
          {tag}
        </button>
      ))}
    </fieldset>
  );
