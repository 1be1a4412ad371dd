import type { ComponentChildren } from 'preact';
import css from './Unseen.module.css';

/** Words for screen readers alone, where the eye has a drawing or a figure. */
export const Unseen = ({ children }: { readonly children: ComponentChildren }) => (
  <span class={css['unseen']}>{children}</span>
);
