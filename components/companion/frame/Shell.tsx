import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { IconButton, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { Sidebar } from './Sidebar';
import { ServiceMark } from './ServiceMark';
import css from './Shell.module.css';

/** The frame of every page for signed-in people. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { route } = useCompanion();
  const open = useSignal(false);
  const path = route.parts.value.join('/');
  useEffect(() => {
    open.value = false;
  }, [path]);
  return (
    <div class={css['shell']}>
      <header class={css['top']}>
        <IconButton
          icon={open.value ? 'close' : 'list'}
          label={open.value ? t('companion.nav.close') : t('companion.nav.menu')}
          aria-expanded={open.value}
          aria-controls="sidebar"
          onClick={() => (open.value = !open.value)}
        />
        <ServiceMark name={t('companion.service')} />
      </header>
      <Sidebar open={open.value} />
      <main id="content" class={css['main']} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
