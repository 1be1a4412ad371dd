import { useSignal } from '@preact/signals';
import type { Entry } from '../../../lib/vault';
import { fold } from '../../../lib/authenticator/accounts';
import { Dialog, Field, t } from '../../ui';
import { Avatar } from '../../vault';
import { iconOfName, serviceIcons } from '../../vault/serviceIcons';
import css from './IconPicker.module.css';

export interface IconPickerProps {
  readonly entry: Pick<Entry, 'issuer' | 'account' | 'icon'>;
  /** Called with the entry's new icon. */
  readonly onChoose: (icon: string) => void;
  readonly onClose: () => void;
}

/** Lists the automatic icon, the letter and all packaged icons. Can be searched by name. */
export function IconPicker({ entry, onChoose, onClose }: IconPickerProps) {
  const query = useSignal('');
  const name = entry.issuer || entry.account;
  const wanted = fold(query.value.trim());
  const own = [
    // If the name has no icon, the automatic icon is the letter, so only the letter is listed.
    ...(iconOfName(name) ? [{ slug: '', title: t('manage.icon.automatic') }] : []),
    { slug: 'none', title: t('manage.icon.letter') },
  ];
  const shown = [...own, ...serviceIcons].filter(({ title }) => fold(title).includes(wanted));
  const now = own.length === 1 && entry.icon === '' ? 'none' : entry.icon;
  return (
    <Dialog wide title={t('manage.icon.title')} onClose={onClose}>
      <Field
        type="search"
        autofocus
        label={t('manage.icon.search')}
        value={query.value}
        onInput={(text) => (query.value = text)}
      />
      {shown.length === 0 && <output>{t('manage.icon.nothing')}</output>}
      <ul class={css['icons']}>
        {shown.map(({ slug, title }) => (
          <li key={slug}>
            <button
              type="button"
              class={css['choice']}
              aria-pressed={slug === now}
              onClick={() => {
                onChoose(slug);
                onClose();
              }}
            >
              <Avatar icons name={slug === '' || slug === 'none' ? name : title} icon={slug} />
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
