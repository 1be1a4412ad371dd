import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import css from './Button.module.css';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';
import { Spinner } from './Spinner';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'icon' | 'class' | 'className'> {
  /** `primary` at most once per view. `danger` for what can't be undone. `quiet` without a frame. */
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** An icon before the label. */
  readonly icon?: IconName;
  /** Whether to show a spinner and ignore clicks. The button keeps the focus. */
  readonly busy?: boolean;
  /** Whether the button is as wide as its container. */
  readonly wide?: boolean;
  /** Whether the label of a quiet button is aligned with the text above it. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}

/** A button with a label. */
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
