import { Button, EmptyState, t } from '../ui';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

export interface NoAccountsProps {
  readonly onAdd: () => void;
  readonly onScan: () => void;
}

/** Shown for a vault without accounts: the ways to add the first account. */
export function NoAccounts({ onAdd, onScan }: NoAccountsProps) {
  const { open } = usePopup();
  return (
    <main class={css['main']}>
      <EmptyState
        icon="qr"
        title={t('popup.empty.title')}
        actions={
          <>
            <Button variant="primary" icon="scan" onClick={onScan}>
              {t('popup.empty.scan')}
            </Button>
            <Button icon="key" onClick={onAdd}>
              {t('popup.empty.type')}
            </Button>
            <Button variant="quiet" icon="upload" onClick={() => open('#/import')}>
              {t('popup.empty.import')}
            </Button>
          </>
        }
      >
        {t('popup.empty.words')}
      </EmptyState>
    </main>
  );
}
