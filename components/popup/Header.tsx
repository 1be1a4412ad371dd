import { IconButton, t } from '../ui';
import { Logo } from '../vault';
import { HeaderMenu } from './HeaderMenu';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

export interface HeaderProps {
  readonly scanning: boolean;
  readonly onScan: () => void;
  readonly onBack: () => void;
}

/** The bar at the top of the popup, with all actions except copying codes. */
export function Header({ scanning, onScan, onBack }: HeaderProps) {
  const { vaultStore, open } = usePopup();
  const lock = async () => (await vaultStore.lock()) || open('#/security');
  return (
    <header class={css['header']}>
      {scanning ? (
        <IconButton icon="back" label={t('popup.back')} onClick={onBack} />
      ) : (
        <Logo size={22} />
      )}
      <h1 class={css['title']}>{scanning ? t('popup.scan') : t('extension.name')}</h1>
      {!scanning && <IconButton icon="scan" label={t('popup.scan')} onClick={onScan} />}
      <IconButton icon="plus" label={t('popup.add')} onClick={() => open('#/add')} />
      <IconButton icon="settings" label={t('popup.settings')} onClick={() => open('#/accounts')} />
      {!scanning && <HeaderMenu />}
      <IconButton
        icon="lock"
        label={vaultStore.isFree.value ? t('security.slots.set') : t('popup.lock')}
        onClick={() => void lock()}
      />
    </header>
  );
}
