import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { cx, t } from '../../ui';
import { ServiceMark } from '../frame/ServiceMark';
import css from './EntryPage.module.css';

export interface EntryPageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** For what needs two columns. */
  readonly wide?: boolean;
  /** What stands beside the form, such as the demo people. */
  readonly beside?: ComponentChildren;
}

/** A page of someone who is not signed in; where there is one thing to type, the focus is there. */
export function EntryPage({ title, children, wide = false, beside }: EntryPageProps) {
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = t('companion.title', [title, t('companion.service')]);
    if (!beside) form.current?.querySelector('input')?.focus();
  }, [title]);
  return (
    <main id="content" class={css['page']} tabIndex={-1}>
      <div class={css['columns']}>
        <section
          ref={form}
          class={cx(css['form'], wide && css['wide'])}
          aria-labelledby="entry-title"
        >
          <ServiceMark name={t('companion.service')} />
          <h1 id="entry-title">{title}</h1>
          {children}
        </section>
        {beside}
      </div>
    </main>
  );
}
