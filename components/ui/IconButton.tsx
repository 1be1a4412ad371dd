import type { ButtonHTMLAttributes } from 'preact';
import css from './Button.module.css';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes,
  'icon' | 'label' | 'class' | 'className' | 'children'
> {
  readonly icon: IconName;
  /** The action, which is both the tooltip and the label for screen readers. */
  readonly label: string;
}

/** A button with an icon instead of a label. */
export const IconButton = ({ icon, label, type = 'button', ...rest }: IconButtonProps) => (
  <button
    {...rest}
    type={type}
    class={cx(css['button'], css['icon'])}
    aria-label={label}
    title={label}
  >
    <Icon name={icon} />
  </button>
);
