import { useId } from 'preact/hooks';
import { IconButton } from './IconButton';
import type { IconName } from './iconPaths';
import css from './Menu.module.css';
import { type MenuItem, MenuList } from './MenuList';

export interface MenuProps {
  /** The tooltip, and the label for screen readers. */
  readonly label: string;
  readonly icon?: IconName;
  /**
   * The full name of the item that the actions change, because the page may truncate the name. Each text is a
   * line.
   */
  readonly head?: readonly string[];
  /** Returns the actions. Called when the list opens. */
  readonly items: () => readonly MenuItem[];
}

/** A button that opens a list of actions. */
export function Menu({ label, icon = 'menu', head, items }: MenuProps) {
  const id = useId();
  return (
    <div class={css['menu']}>
      <IconButton icon={icon} label={label} popovertarget={id} aria-haspopup="menu" />
      <MenuList id={id} label={label} head={head} items={items} />
    </div>
  );
}
