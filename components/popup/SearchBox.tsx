import { useLayoutEffect, useRef } from 'preact/hooks';
import { consumeEscape, Field, plural, t } from '../ui';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

export interface SearchBoxProps {
  /** Whether the field gets the focus, because it was opened with the keyboard. */
  readonly takeFocus: boolean;
  readonly onDown: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/**
 * Filters the list while the user types. Arrow down moves to the results, Enter copies the code of the first
 * result, and Esc ends the search.
 */
export function SearchBox({ takeFocus, onDown, onEnter, onEscape }: SearchBoxProps) {
  const { accounts } = usePopup();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takeFocus) input.current?.focus();
  }, [takeFocus]);
  const keys: Record<string, () => void> = {
    ArrowDown: onDown,
    Enter: onEnter,
    Escape: () => {
      accounts.query.value = '';
      onEscape();
    },
  };
  return (
    <search class={css['search']}>
      <Field
        type="search"
        label={t('popup.search')}
        labelHidden
        placeholder={plural('popup.searchIn', accounts.all.value?.length ?? 0)}
        inputRef={input}
        value={accounts.query.value}
        onInput={(value) => (accounts.query.value = value)}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act || event.isComposing) return;
          if (event.key === 'Escape') consumeEscape(event);
          else event.preventDefault();
          event.stopPropagation();
          act();
        }}
      />
    </search>
  );
}
