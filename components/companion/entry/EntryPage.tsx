import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { cx, t } from '../../ui';
import { ServiceMark } from '../frame/ServiceMark';
import css from './EntryPage.module.css';

export interface EntryPageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Whether the content needs two columns. */
  readonly wide?: boolean;
  /** Content beside the form, such as the demo people. */
  readonly beside?: ComponentChildren;
}

/** The frame of a page for people who aren't signed in. The first field, if any, gets the focus. */
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
