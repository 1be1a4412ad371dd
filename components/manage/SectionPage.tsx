import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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

/**
 * The frame of every section: the title, and below it a column of cards. If the section was given the focus while it
 * was loading, the title takes it.
 */
export function SectionPage({ title, hint, actions, fill, children }: SectionPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const isGiven = document.activeElement === heading.current?.closest('main');
    if (isGiven) heading.current?.focus();
  }, []);
  return (
    <div class={css['page']} data-fill={fill}>
      <header class={css['header']}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {hint && <p>{hint}</p>}
        </div>
        {actions && <div class={css['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
