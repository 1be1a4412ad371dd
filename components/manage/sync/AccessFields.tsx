import type { Signal } from '@preact/signals';
import { Field, PasswordField, t } from '../../ui';
import css from './Sync.module.css';

export interface Access {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

export interface AccessFieldsProps {
  readonly access: Signal<Access>;
  /** The only address that the administrator allows, or null. */
  readonly fixedAddress?: string | null;
  readonly onEdit: () => void;
}

export const isComplete = ({ address, user, password }: Access): boolean =>
  address.trim() !== '' && user !== '' && password !== '';

/** Fields for the address, user name and password of a WebDAV folder, with help on where to find them. */
export function AccessFields({ access, fixedAddress = null, onEdit }: AccessFieldsProps) {
  const edit = (patch: Partial<Access>) => {
    access.value = { ...access.value, ...patch };
    onEdit();
  };
  const { address, user, password } = access.value;
  return (
    <>
      <Field
        mono
        type="url"
        label={t('sync.connect.address')}
        hint={t(fixedAddress === null ? 'sync.connect.addressHint' : 'sync.connect.addressFixed')}
        value={address}
        disabled={fixedAddress !== null}
        onInput={(value) => edit({ address: value })}
      />
      <Field
        label={t('sync.connect.user')}
        value={user}
        autocomplete="off"
        onInput={(value) => edit({ user: value })}
      />
      <PasswordField
        label={t('sync.connect.password')}
        hint={t('sync.connect.passwordHint')}
        value={password}
        onInput={(value) => edit({ password: value })}
      />
      <details>
        <summary>{t('sync.help.title')}</summary>
        <ul class={css['help']}>
          <li>{t('sync.help.nextcloud')}</li>
          <li>{t('sync.help.owncloud')}</li>
          <li>{t('sync.help.synology')}</li>
        </ul>
      </details>
    </>
  );
}
