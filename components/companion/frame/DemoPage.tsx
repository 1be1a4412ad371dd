import type { ComponentChildren } from 'preact';
import { useCompanion } from '../CompanionContext';
import css from './DemoPage.module.css';
import { Shell } from './Shell';

/** A page of the demo and not of the product. Whoever is signed in keeps the navigation beside it. */
export function DemoPage({ children }: { readonly children: ComponentChildren }) {
  const { account } = useCompanion();
  if (account.phase.value.at === 'in' && account.me.value) return <Shell>{children}</Shell>;
  return (
    <main id="content" class={css['page']} tabIndex={-1}>
      {children}
    </main>
  );
}
