import { useSignal } from '@preact/signals';
import type { Entry } from '../../../lib/vault';
import { Button, errorMessage, t, useToast } from '../../ui';
import { Avatar } from '../../vault';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import css from './Account.module.css';
import { IconPicker } from './IconPicker';

/** The icon of an account, with a button that opens the icon picker. */
export function AccountIcon({ entry }: { readonly entry: Entry }) {
  const { store } = useAccount();
  const { preferences } = useManage();
  const toast = useToast();
  const choosing = useSignal(false);
  const keep = (icon: string) =>
    void store
      .change(() => ({ icon }))
      .catch((error: unknown) => toast({ text: errorMessage(error) }));
  return (
    <div class={css['foot']}>
      <Avatar
        name={entry.issuer || entry.account}
        icon={entry.icon}
        icons={preferences.values.value.icons}
      />
      <Button onClick={() => (choosing.value = true)}>{t('manage.icon.change')}</Button>
      {choosing.value && (
        <IconPicker entry={entry} onChoose={keep} onClose={() => (choosing.value = false)} />
      )}
    </div>
  );
}
