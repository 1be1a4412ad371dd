import type { ComponentChildren } from 'preact';
import css from './Banner.module.css';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';

export interface BannerProps {
  /** The kind of notice. Screen readers announce `danger` and `warning`. */
  readonly tone?: 'info' | 'success' | 'warning' | 'danger';
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  /** Buttons below the text. */
  readonly actions?: ComponentChildren;
}

const icons: Record<NonNullable<BannerProps['tone']>, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'alert',
};

/** A notice in the flow of the page. */
export const Banner = ({ tone = 'info', title, children, actions }: BannerProps) => (
  <div
    class={cx(css['banner'], css[tone])}
    role={tone === 'danger' ? 'alert' : tone === 'warning' ? 'status' : undefined}
  >
    <Icon name={icons[tone]} />
    <div class={css['words']}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
    {actions && <div class={css['actions']}>{actions}</div>}
  </div>
);
