import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { Banner, Button, t, useAction, useToast } from '../../ui';
import { Avatar } from '../../vault';
import { isPicture } from '../../vault/isPicture';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import css from './Account.module.css';
import { IconPicker } from './IconPicker';

/** The icon of an account, with buttons to choose an icon or an image file, and to remove a picture. */
export function AccountIcon({ entry }: { readonly entry: Entry }) {
  const { store } = useAccount();
  const { preferences, icons } = useManage();
  const toast = useToast();
  const action = useAction();
  const choosing = useSignal(false);
  const picker = useRef<HTMLInputElement>(null);
  const keep = (icon: string) => store.change(() => ({ icon }));

  async function remove(): Promise<void> {
    const { icon } = entry;
    if (await action.run(() => keep('')))
      toast({ text: t('manage.icon.removed'), undo: () => keep(icon) });
  }

  return (
    <div class={css['form']}>
      <div class={css['picking']}>
        <Avatar
          name={entry.issuer || entry.account}
          icon={entry.icon}
          icons={preferences.values.value.icons}
        />
        <div class={css['buttons']}>
          <Button onClick={() => (choosing.value = true)}>{t('manage.icon.change')}</Button>
          {icons && (
            <Button icon="image" busy={action.busy} onClick={() => picker.current?.click()}>
              {t('manage.icon.own')}
            </Button>
          )}
          {isPicture(entry.icon) && (
            <Button variant="quiet" onClick={() => void remove()}>
              {t('manage.icon.remove')}
            </Button>
          )}
        </div>
        {icons && (
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml"
            hidden
            aria-label={t('manage.icon.own')}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void action.run(async () => keep(await icons.addOwn(file)));
              currentTarget.value = '';
            }}
          />
        )}
      </div>
      {icons && <p class={css['quiet']}>{t('manage.icon.hint')}</p>}
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      {choosing.value && (
        <IconPicker
          entry={entry}
          packs={icons?.packs}
          onChoose={(icon) => void action.run(() => keep(icon))}
          onClose={() => (choosing.value = false)}
        />
      )}
    </div>
  );
}
