import type { ComponentChildren } from 'preact';
import css from './Card.module.css';

export interface CardProps {
  readonly title?: string | undefined;
  /** One sentence below the title. */
  readonly hint?: string | undefined;
  readonly children?: ComponentChildren;
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren;
}

/** A framed part of a page. */
export const Card = ({ title, hint, children, actions }: CardProps) => (
  <section class={css['card']} aria-label={title}>
    {(title !== undefined || actions) && (
      <header class={css['header']}>
        <div>
          {title !== undefined && <h2>{title}</h2>}
          {hint && <p>{hint}</p>}
        </div>
        {actions && <div class={css['actions']}>{actions}</div>}
      </header>
    )}
    {children}
  </section>
);
