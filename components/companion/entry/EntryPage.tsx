import type { ComponentChildren } from 'preact';
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

/** A page of someone who is not signed in. */
export const EntryPage = ({ title, children, wide = false, beside }: EntryPageProps) => (
  <main id="content" class={css['page']} tabIndex={-1}>
    <div class={css['columns']}>
      <section class={cx(css['form'], wide && css['wide'])} aria-labelledby="entry-title">
        <ServiceMark name={t('companion.service')} />
        <h1 id="entry-title">{title}</h1>
        {children}
      </section>
      {beside}
    </div>
  </main>
);
