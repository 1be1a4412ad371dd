import type { ComponentChildren } from 'preact';
import { useCompanion } from '../CompanionContext';
import css from './DemoPage.module.css';
import { Shell } from './Shell';

/**
 * The frame of a page about the demo itself. For signed-in people, the product's navigation stays beside the
 * page.
 */
export function DemoPage({ children }: { readonly children: ComponentChildren }) {
  const { account } = useCompanion();
  if (account.phase.value.at === 'in' && account.me.value) return <Shell>{children}</Shell>;
  return (
    <main id="content" class={css['page']} tabIndex={-1}>
      {children}
    </main>
  );
}
