import type { ComponentChildren } from 'preact';
import css from './SectionPage.module.css';

export interface SectionPageProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly hint?: string | undefined;
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren;
  /** As wide and high as the window allows: its content scrolls, not the page. */
  readonly fill?: 'list' | 'grid';
  readonly children: ComponentChildren;
}

/** The frame of every section: its title, and cards below each other. */
export const SectionPage = ({ title, hint, actions, fill, children }: SectionPageProps) => (
  <div class={css['page']} data-fill={fill}>
    <header class={css['header']}>
      <div>
        <h1>{title}</h1>
        {hint && <p>{hint}</p>}
      </div>
      {actions && <div class={css['actions']}>{actions}</div>}
    </header>
    {children}
  </div>
);
