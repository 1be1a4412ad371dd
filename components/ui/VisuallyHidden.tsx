import type { ComponentChildren } from 'preact';
import css from './VisuallyHidden.module.css';

/** Text for screen readers only, beside an icon or a number. */
export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class={css['unseen']}>{children}</span>
);
