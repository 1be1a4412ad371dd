import type { ComponentChildren } from 'preact';
import { useCompanion } from '../CompanionContext';
import css from './DemoPage.module.css';
import { Shell } from './Shell';

/** A page of the demo, not of the product. Signed-in people keep the navigation beside it. */
export function DemoPage({ children }: { readonly children: ComponentChildren }) {
  const { account } = useCompanion();
  if (account.phase.value.at === 'in' && account.me.value) return <Shell>{children}</Shell>;
  return (
    <main id="content" class={css['page']} tabIndex={-1}>
      {children}
    </main>
  );
}
