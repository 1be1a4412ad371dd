import { IconButton, t } from '../ui';
import { Logo } from '../vault';
import { HeaderMenu } from './HeaderMenu';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

export type PopupView = 'accounts' | 'scan' | 'add' | 'select';

export interface HeaderProps {
  readonly view: PopupView;
  readonly onAdd: () => void;
  readonly onScan: () => void;
  /** Shows the list in which several accounts can be selected. */
  readonly onSelect: () => void;
  readonly onBack: () => void;
}

/** The bar at the top of the popup, with all actions except copying codes. */
export function Header({ view, onAdd, onScan, onSelect, onBack }: HeaderProps) {
  const { vaultStore, open } = usePopup();
  const lock = async () => (await vaultStore.lock()) || open('#/security');
  const title = {
    accounts: 'extension.name',
    scan: 'popup.scan',
    add: 'popup.add',
    select: 'popup.select.open',
  } as const;
  const isList = view === 'accounts';
  return (
    <header class={css['header']}>
      {isList ? (
        <Logo size={22} />
      ) : (
        <IconButton icon="back" label={t('popup.back')} onClick={onBack} />
      )}
      <h1 class={css['title']}>{t(title[view])}</h1>
      {isList && <IconButton icon="scan" label={t('popup.scan')} onClick={onScan} />}
      {view !== 'add' && <IconButton icon="plus" label={t('popup.add')} onClick={onAdd} />}
      <IconButton icon="settings" label={t('popup.settings')} onClick={() => open('#/accounts')} />
      {isList && <HeaderMenu onSelect={onSelect} />}
      <IconButton
        icon="lock"
        label={vaultStore.isFree.value ? t('security.slots.set') : t('popup.lock')}
        onClick={() => void lock()}
      />
    </header>
  );
}
