import { useId } from 'preact/hooks';
import { MenuList, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import css from './AvatarMenu.module.css';
import { initialsOf } from './initialsOf';

/** The signed-in person at the bottom of the sidebar, with a menu. */
export function AvatarMenu() {
  const { account, route } = useCompanion();
  const id = useId();
  const me = account.me.value;
  if (!me) return null;
  const label = t('companion.avatar.label', [me.name]);
  return (
    <div class={css['anchor']}>
      <button type="button" class={css['avatar']} popovertarget={id} aria-haspopup="menu">
        <span class={css['label']}>{label}</span>
        <span class={css['picture']} aria-hidden="true">
          {initialsOf(me.name)}
        </span>
        <span class={css['names']} aria-hidden="true">
          <strong dir="auto">{me.name}</strong>
          <span dir="auto">{me.email}</span>
        </span>
      </button>
      <MenuList
        id={id}
        label={label}
        side="above"
        items={() => [
          {
            icon: 'settings',
            label: t('companion.avatar.preferences'),
            onSelect: () => route.go('/preferences/profile'),
          },
          {
            icon: 'lock',
            label: t('companion.avatar.signOut'),
            onSelect: () => {
              route.go('/sign-in');
              void account.signOut();
            },
          },
        ]}
      />
    </div>
  );
}
