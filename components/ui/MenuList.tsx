import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { consumeEscape } from './consumeEscape';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';
import css from './MenuList.module.css';
import { moveFocus } from './moveFocus';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  readonly disabled?: boolean;
}

export interface MenuListProps {
  /** The id with which a button opens the list (`popovertarget`). */
  readonly id: string;
  /** The label for screen readers. */
  readonly label: string;
  /** The name of the item that the actions change. Each text is a line. */
  readonly head?: readonly string[] | undefined;
  /** The position relative to the button. Default: below. */
  readonly side?: 'below' | 'above';
  /** Returns the actions. Called when the list opens, because most lists never do. */
  readonly items: () => readonly MenuItem[];
}

/** A list of actions in a popover. Arrow keys move, Enter activates, and Esc closes. */
export function MenuList({ id, label, side = 'below', head = [], items }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useSignal(false);
  // Esc is handled on keydown, because the browser's default action would also close the popup. Listens before the
  // list opens, because the key may be pressed before the first paint.
  useLayoutEffect(() => {
    if (!wanted.value) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (!list.current?.matches(':popover-open')) return;
      consumeEscape(event);
      list.current.hidePopover();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [wanted.value]);
  return (
    <div
      ref={list}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      class={cx(css['list'], css[side])}
      onBeforeToggle={() => (wanted.value = true)}
      onToggle={(event) => {
        if (event.newState === 'open')
          list.current?.querySelector<HTMLElement>('[role=menuitem]:enabled')?.focus();
      }}
      onKeyDown={(event) => moveFocus(event, list.current, '[role=menuitem]:enabled')}
    >
      {wanted.value && head.length > 0 && (
        // Hidden from screen readers, because the list's label already includes this text.
        <div class={css['head']} aria-hidden="true">
          {head.map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </div>
      )}
      {wanted.value &&
        items().map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={css['item']}
            disabled={item.disabled}
            onClick={() => {
              list.current?.hidePopover();
              item.onSelect();
            }}
          >
            {item.icon && <Icon name={item.icon} size={18} />}
            <span>{item.label}</span>
          </button>
        ))}
    </div>
  );
}
