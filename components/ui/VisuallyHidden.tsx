import type { ComponentChildren } from 'preact';
import css from './VisuallyHidden.module.css';

export interface VisuallyHiddenProps {
  readonly children: ComponentChildren;
  /** The element. `h1` is the heading of a page that doesn't show one yet. */
  readonly as?: 'span' | 'h1';
}

/** Text for screen readers only, beside an icon or a number. */
export const VisuallyHidden = ({ children, as: Element = 'span' }: VisuallyHiddenProps) => (
  <Element class={css['unseen']}>{children}</Element>
);
