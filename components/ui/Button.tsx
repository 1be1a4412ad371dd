import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import css from './Button.module.css';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';
import { Spinner } from './Spinner';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'icon' | 'class' | 'className'> {
  /** `primary` once a view at most; `danger` for what destroys; `quiet` without a frame. */
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** A drawing before the words. */
  readonly icon?: IconName;
  /** Work is under way: shows a spinner and takes no clicks, but keeps the focus. */
  readonly busy?: boolean;
  /** As wide as its container. */
  readonly wide?: boolean;
  /** A quiet one below words: its own words begin where those above begin. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}

/** A button with words. */
export function Button({
  variant = 'secondary',
  icon,
  busy = false,
  wide = false,
  flush = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      class={cx(
        css['button'],
        css[variant],
        wide && css['wide'],
        flush && css['flush'],
        !icon && css['plain'],
      )}
      aria-busy={busy || undefined}
      data-danger={variant === 'danger' || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Spinner size={18} /> : icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  );
}
