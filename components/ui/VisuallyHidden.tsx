import type { ComponentChildren } from 'preact';
import css from './VisuallyHidden.module.css';

/** Words for screen readers alone, where the eye has a drawing or a figure. */
export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class={css['unseen']}>{children}</span>
);
