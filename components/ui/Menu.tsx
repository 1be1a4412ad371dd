import { useId, useRef } from 'preact/hooks';
import { cx } from './cx';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import type { IconName } from './iconPaths';
import css from './Menu.module.css';
import { moveFocus } from './moveFocus';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  /** Destroys something: drawn as a warning. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

export interface MenuProps {
  /** What the button opens, for a screen reader and as the tooltip. */
  readonly label: string;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of actions: arrows move, Enter chooses, Esc closes. */
export function Menu({ label, icon = 'menu', items }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div class={css['menu']}>
      <IconButton icon={icon} label={label} popovertarget={id} aria-haspopup="menu" />
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        class={css['list']}
        onToggle={(event) => {
          if (event.newState === 'open')
            list.current?.querySelector<HTMLElement>('[role=menuitem]:enabled')?.focus();
        }}
        onKeyDown={(event) => moveFocus(event, list.current, '[role=menuitem]:enabled')}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={cx(css['item'], item.danger && css['danger'])}
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
    </div>
  );
}
