import { useId, useRef } from 'preact/hooks';
import { Icon, moveFocus, t, type IconName } from '../../ui';
import { useCompanion } from '../CompanionContext';
import css from './AvatarMenu.module.css';
import { initialsOf } from './initialsOf';

/** The signed-in person at the foot of the sidebar, and what they can do as themselves. */
export function AvatarMenu() {
  const { account, route } = useCompanion();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const me = account.me.value;
  if (!me) return null;
  const item = (icon: IconName, label: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        list.current?.hidePopover();
        act();
      }}
    >
      <Icon name={icon} size={18} />
      <span>{label}</span>
    </button>
  );
  return (
    <div class={css['anchor']}>
      <button type="button" class={css['avatar']} popovertarget={id} aria-haspopup="menu">
        <span class={css['label']}>{t('companion.avatar.label', [me.name])}</span>
        <span class={css['picture']} aria-hidden="true">
          {initialsOf(me.name)}
        </span>
        <span class={css['names']} aria-hidden="true">
          <strong dir="auto">{me.name}</strong>
          <span>{me.email}</span>
        </span>
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={t('companion.avatar.label', [me.name])}
        class={css['menu']}
        onToggle={(event) => {
          if (event.newState === 'open')
            list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
        }}
        onKeyDown={(event) => moveFocus(event, list.current, '[role=menuitem]')}
      >
        {item('settings', t('companion.avatar.preferences'), () =>
          route.go('/preferences/profile'),
        )}
        {item('lock', t('companion.avatar.signOut'), () => {
          route.go('/sign-in');
          void account.signOut();
        })}
      </div>
    </div>
  );
}
