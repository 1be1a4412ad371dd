import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Boundary, cx, Icon, Lazy, t, type IconName, VisuallyHidden } from '../ui';
import { Logo } from '../vault';
import css from './Shell.module.css';
import { useHash } from './useHash';

/** A section of the manage page. Its code loads when the section is first opened. */
export interface Section {
  /**
   * Identifies the section in paths: `#/id` for the section itself, and `#/id/more` for a page below the section.
   */
  readonly id: string;
  readonly icon: IconName;
  readonly label: () => string;
  readonly load: () => Promise<ComponentType>;
  /** Whether the section is reached only by links and not listed in the navigation. */
  readonly unlisted?: boolean;
  /** The id of the listed section to which this section belongs. */
  readonly within?: string;
  /** Label of the badge beside the section's name, or null for no badge. */
  readonly mark?: ReadonlySignal<string | null>;
}

export interface ShellProps {
  /** All sections. If the address names no section, the first section is shown. */
  readonly sections: readonly Section[];
  readonly lock: () => void;
  /**
   * The label of the button that locks the vault. If the vault has no passphrase, the button leads to the form
   * that sets a passphrase.
   */
  readonly lockLabel: string;
  /** An offer that is shown above every section, except the section that includes the offer itself. */
  readonly offer?: ComponentChildren;
}

const loadFailure = async () => (await import('../ui/PageFailure')).PageFailure;

const idIn = (hash: string): string => /^#\/([\w-]+)/.exec(hash)?.[1] ?? '';

/** The frame of the manage page: the navigation, and beside it the section that the address names. */
export function Shell({ sections, lock, lockLabel, offer }: ShellProps) {
  const place = useHash();
  const section = sections.find(({ id }) => id === idIn(place)) ?? sections[0];
  // A page within a section shows one thing, such as an account. Another account starts anew.
  const key = section?.within ? place.split('/', 3).join('/') : section?.id;
  const title = section?.label() ?? '';
  useEffect(() => {
    document.title = `${title} · ${t('extension.name')}`;
  }, [title]);
  // After a vault was restored or created, the address still names the page that did so. The address may have
  // changed since the render, because that page leads on.
  useEffect(() => {
    const isWrong = place !== '' && place === location.hash && idIn(place) !== section?.id;
    if (section && isWrong) location.replace(`#/${section.id}`);
  }, [place, section?.id]);
  // In a narrow window, the navigation is one scrolling row. Scrolls so that the current section is visible.
  const links = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = links.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section?.id]);
  const main = useRef<HTMLElement>(null);
  const previous = useRef(section?.id);
  // If the control that led here is gone with its section, the new section takes the focus.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && previous.current !== section?.id) main.current?.focus();
    previous.current = section?.id;
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
            .map(({ id, icon, label, mark }) => (
              <li key={id}>
                <a
                  href={`#/${id}`}
                  class={css['link']}
                  // The page of an account highlights the section "Accounts", from which it was opened.
                  aria-current={id === (section?.within ?? section?.id) ? 'page' : undefined}
                  title={label()}
                >
                  <Icon name={icon} />
                  <span>{label()}</span>
                  {mark?.value && (
                    <span class={css['mark']}>
                      <VisuallyHidden>{mark.value}</VisuallyHidden>
                    </span>
                  )}
                </a>
              </li>
            ))}
        </ul>
        <button type="button" class={cx(css['link'], css['lock'])} title={lockLabel} onClick={lock}>
          <Icon name="lock" />
          <span class={css['lockWord']}>{lockLabel}</span>
        </button>
      </nav>
      <main ref={main} class={css['main']} tabIndex={-1}>
        {section?.id !== 'security' && offer}
        {section && (
          <Boundary key={key} fallback={() => <Lazy load={loadFailure} />}>
            <Lazy load={section.load} label={title} heading={title} />
          </Boundary>
        )}
      </main>
    </div>
  );
}
