import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { cx, Icon, Lazy, t, type IconName } from '../ui';
import { Logo } from '../vault';
import css from './Shell.module.css';

/** One part of the authenticator's own page, fetched when it is first opened. */
export interface Section {
  /** Its place in the address: `#/id`, or `#/id/more` for what lies below it. */
  readonly id: string;
  readonly icon: IconName;
  readonly label: () => string;
  readonly load: () => Promise<ComponentType>;
  /** Reached by links alone, not listed in the navigation. */
  readonly unlisted?: boolean;
  /** The listed section that it belongs to. */
  readonly within?: string;
}

export interface ShellProps {
  /** The first one is shown where the address names none. */
  readonly sections: readonly Section[];
  readonly lock: () => void;
  /** What the button does that locks, or leads to where the vault gets a passphrase. */
  readonly lockLabel: string;
  /** Stands above the sections, but for the one where all of it is anyway. */
  readonly offer?: ComponentChildren;
}

const idIn = (hash: string): string => /^#\/([\w-]+)/.exec(hash)?.[1] ?? '';

/** The frame of the authenticator's page: navigation beside the section that the address names. */
export function Shell({ sections, lock, lockLabel, offer }: ShellProps) {
  const place = useSignal(location.hash);
  useEffect(() => {
    const follow = () => (place.value = location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const section = sections.find(({ id }) => id === idIn(place.value)) ?? sections[0];
  const title = section?.label() ?? '';
  useEffect(() => {
    document.title = `${title} · ${t('extension.name')}`;
  }, [title]);
  // In a narrow window the sections are one row that scrolls, in which the current one may be out of sight.
  const links = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = links.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section?.id]);
  return (
    <div class={css['shell']}>
      <nav class={css['nav']} aria-label={t('manage.navigation')}>
        <div class={css['brand']}>
          <Logo size={28} />
          <span>{t('extension.name')}</span>
        </div>
        <ul ref={links} class={css['links']}>
          {sections
            .filter(({ unlisted }) => !unlisted)
            .map(({ id, icon, label }) => (
              <li key={id}>
                <a
                  href={`#/${id}`}
                  class={css['link']}
                  // An account is part of the accounts, in which it was opened.
                  aria-current={id === (section?.within ?? section?.id) ? 'page' : undefined}
                  title={label()}
                >
                  <Icon name={icon} />
                  <span>{label()}</span>
                </a>
              </li>
            ))}
        </ul>
        <button type="button" class={cx(css['link'], css['lock'])} title={lockLabel} onClick={lock}>
          <Icon name="lock" />
          <span class={css['lockWord']}>{lockLabel}</span>
        </button>
      </nav>
      <main class={css['main']}>
        {section?.id !== 'security' && offer}
        {section && <Lazy key={section.id} load={section.load} label={title} />}
      </main>
    </div>
  );
}
