import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button, EmptyState, t } from '../ui';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

/** A new vault: the ways to the first account, and one line about the recovery key that it lacks. */
export function NoAccounts({ onScan }: { readonly onScan: () => void }) {
  const { open, unlockMethods } = usePopup();
  const needsKey = useSignal(false);
  useEffect(() => {
    void unlockMethods
      ?.list()
      .then((found) => (needsKey.value = found.has('passphrase') && !found.has('recovery')));
  }, [unlockMethods]);
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
            <Button icon="key" onClick={() => open('#/add')}>
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
      {needsKey.value && (
        <Button variant="quiet" icon="print" onClick={() => open('#/security/recovery-key')}>
          {t('security.slots.makeRecovery')}
        </Button>
      )}
    </main>
  );
}
