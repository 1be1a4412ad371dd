import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Transferred } from '../scan/takeTransfer';
import { Banner, Button, Lazy, t, Toasts } from '../ui';
import { Gate } from '../vault';
import { AccountsView } from './AccountsView';
import { Header, type PopupView } from './Header';
import css from './Popup.module.css';
import { PopupContext, type PopupServices } from './PopupContext';

/** The whole popup: the gate, then the accounts or one of the other views. */
export function Popup({ parts }: { readonly parts: PopupServices }) {
  const { vaultStore, accounts, preferences, notice, open, scan, add } = parts;
  const view = useSignal<PopupView>('accounts');
  const showAccounts = () => {
    view.value = 'accounts';
    void accounts.reload();
  };
  const loadScan = useMemo(() => scan && (() => scan(showAccounts)), [scan]);
  const loadSelect = useMemo(
    () => async () => {
      const { SelectView } = await import('./SelectView');
      return () => <SelectView onDone={showAccounts} />;
    },
    [],
  );
  const showScan = () => (loadScan ? (view.value = 'scan') : open('#/add'));
  const pasted = useRef<Transferred | null>(null);
  const takePasted = () => {
    const taken = pasted.current;
    pasted.current = null;
    return taken;
  };
  const loadAdd = useMemo(() => add && (() => add({ showScan, showAccounts, takePasted })), [add]);
  const showAdd = () => (loadAdd ? (view.value = 'add') : open('#/add'));
  const paste = (transferred: Transferred) => {
    pasted.current = transferred;
    showAdd();
  };
  return (
    <PopupContext.Provider value={parts}>
      <Toasts silent={vaultStore.state.value === 'locked'}>
        <div class={css['popup']}>
          {notice.value && (
            <div class={css['notice']}>
              <Banner tone="warning">{notice.value}</Banner>
            </div>
          )}
          <Gate
            store={vaultStore}
            policy={preferences.policy}
            unlockMethods={parts.unlockMethods}
            onRestore={() => open('#/restore')}
            onForgotten={() => open('#/way-out')}
            wayOut={
              <Button variant="quiet" wide onClick={() => open('#/way-out')}>
                {t('gate.wayOut.link')}
              </Button>
            }
          >
            {() => (
              <>
                <Header
                  view={view.value}
                  onBack={showAccounts}
                  onAdd={showAdd}
                  onScan={showScan}
                  onSelect={() => (view.value = 'select')}
                />
                {view.value === 'select' ? (
                  <Lazy load={loadSelect} label={t('popup.select.open')} />
                ) : view.value === 'scan' && loadScan ? (
                  <main class={css['view']}>
                    <Lazy load={loadScan} label={t('popup.scan')} />
                  </main>
                ) : view.value === 'add' && loadAdd ? (
                  <main class={css['view']}>
                    <Lazy load={loadAdd} label={t('popup.add')} />
                  </main>
                ) : (
                  <AccountsView onAdd={showAdd} onScan={showScan} onPaste={paste} />
                )}
              </>
            )}
          </Gate>
        </div>
      </Toasts>
    </PopupContext.Provider>
  );
}
