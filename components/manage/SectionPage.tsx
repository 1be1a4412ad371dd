import type { ComponentChildren } from 'preact';
import css from './SectionPage.module.css';

export interface SectionPageProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly hint?: string | undefined;
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren;
  /** Makes the section as wide and high as the window allows. The content then scrolls instead of the page. */
  readonly fill?: 'list' | 'grid';
  readonly children: ComponentChildren;
}

/** The frame of every section: the title, and below it a column of cards. */
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
