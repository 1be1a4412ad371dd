import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry, IconPack } from '../../../lib/vault';
import { fold } from '../../../lib/authenticator/accounts';
import { Dialog, Field, plural, t } from '../../ui';
import { Avatar } from '../../vault';
import { iconOfName, serviceIcons } from '../../vault/serviceIcons';
import css from './IconPicker.module.css';

/** Maximum number of icons that are shown at once. A search narrows them. */
const mostShown = 240;

export interface IconPickerProps {
  readonly entry: Pick<Entry, 'issuer' | 'account' | 'icon'>;
  /** Returns the installed icon packs. */
  readonly packs?: (() => Promise<readonly IconPack[]>) | undefined;
  /** Called with the entry's new icon. */
  readonly onChoose: (icon: string) => void;
  readonly onClose: () => void;
}

interface Choice {
  readonly slug: string;
  readonly title: string;
  /** Further names that a search finds. */
  readonly names?: readonly string[];
}

const matches = ({ title, names = [] }: Choice, wanted: string): boolean =>
  [title, ...names].some((name) => fold(name).includes(wanted));

/** Lists the automatic icon, the letter, the icons of installed packs and all packaged icons. Can be searched. */
export function IconPicker({ entry, packs, onChoose, onClose }: IconPickerProps) {
  const query = useSignal('');
  const fromPacks = useSignal<readonly Choice[]>([]);
  useEffect(() => {
    void packs?.().then(
      (found) =>
        (fromPacks.value = found.flatMap(({ icons }) =>
          icons.map(({ icon, name, issuers }) => ({ slug: icon, title: name, names: issuers })),
        )),
      () => undefined,
    );
  }, []);
  const name = entry.issuer || entry.account;
  const wanted = fold(query.value.trim());
  const own: readonly Choice[] = [
    // If the name has no icon, the automatic icon is the letter, so only the letter is listed.
    ...(iconOfName(name) ? [{ slug: '', title: t('manage.icon.automatic') }] : []),
    { slug: 'none', title: t('manage.icon.letter') },
  ];
  const all = [...own, ...serviceIcons, ...fromPacks.value];
  const found = all.filter((choice) => matches(choice, wanted));
  const shown = found.slice(0, mostShown);
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
      {found.length > shown.length && (
        <p>{plural('manage.icon.more', found.length - shown.length)}</p>
      )}
    </Dialog>
  );
}
