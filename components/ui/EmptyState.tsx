import type { ComponentChildren } from 'preact';
import css from './EmptyState.module.css';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The button for the next step. */
  readonly actions?: ComponentChildren;
}

/** A message about an empty view, with what to do next. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div class={css['empty']}>
    <span class={css['mark']}>
      <Icon name={icon} size={28} />
    </span>
    <h2>{title}</h2>
    {children && <div class={css['words']}>{children}</div>}
    {actions && <div class={css['actions']}>{actions}</div>}
  </div>
);
