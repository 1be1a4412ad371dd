import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ImportStore } from '../../stores/createImportStore';
import type { SecurityStore } from '../../stores/createSecurityStore';
import type { ImportFile } from '../../stores/ImportState';
import { Banner, Card, errorMessage, plural, t, useToast } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { usePendingImport } from '../PendingImport';
import { RestoreDialog, SecurityContext } from '../security';
import { SectionPage } from '../SectionPage';
import { Columns, type ColumnsProps } from './Columns';
import { DropZone } from './DropZone';
import { filesIn } from './filesIn';
import { PasswordPrompt } from './PasswordPrompt';
import { Preview } from './Preview';
import { Reading } from './Reading';
import { ReEnrol } from './ReEnrol';
import css from './Transfer.module.css';
import { WhereToExport } from './WhereToExport';

export interface ImportPageProps {
  readonly store: ImportStore;
  /** Returns the current code of an account, in groups of digits. */
  readonly codeOf: ColumnsProps['codeOf'];
  /** The store that restores Tessera's own backups. */
  readonly security: SecurityStore;
}

/** Imports accounts from any other app. The format of files, images and text is recognized automatically. */
export function ImportPage({ store, codeOf, security }: ImportPageProps) {
  const { accounts } = useManage();
  const toast = useToast();
  const outcome = useRef<HTMLDivElement>(null);
  const state = store.state.value;
  const open = useCallback((files: ImportFile[]) => void store.open(files), [store]);
  useEffect(() => () => store.cancel(), [store]);
  const pending = usePendingImport();
  useEffect(() => {
    const file = pending?.value;
    if (!file) return;
    pending.value = null;
    void filesIn([file]).then(open);
  }, [pending, open]);
  useEffect(() => {
    const isOutcome = ['preview', 'failed', 'columns'].includes(state.step);
    if (isOutcome) outcome.current?.focus();
  }, [state.step]);

  async function save(): Promise<void> {
    const { count, undo } = await store.save();
    await accounts.reload();
    const takeBack = () => undo().then(() => accounts.reload());
    toast({ text: plural('transfer.import.saved', count), undo: takeBack });
    goTo('#/accounts');
  }

  return (
    <SectionPage title={t('transfer.import.title')} hint={t('transfer.import.hint')}>
      <Card>
        <div ref={outcome} tabIndex={-1} class={css['outcome']}>
          {state.step === 'failed' && (
            <Banner tone="danger" title={state.name}>
              {errorMessage(state.error)}
            </Banner>
          )}
          {(state.step === 'idle' || state.step === 'failed' || state.step === 'backup') && (
            <DropZone onFiles={open} />
          )}
          {state.step === 'reading' && <Reading reading={state} onCancel={() => store.cancel()} />}
          {state.step === 'password' && (
            <PasswordPrompt key={state.name} store={store} asked={state} />
          )}
          {state.step === 'columns' && (
            <Columns key={state.name} store={store} asked={state} codeOf={codeOf} />
          )}
          {state.step === 'preview' && (
            <Preview
              store={store}
              preview={state}
              onSave={save}
              onDone={() => goTo('#/accounts')}
            />
          )}
        </div>
      </Card>
      {state.step === 'backup' && (
        <SecurityContext.Provider value={security}>
          <RestoreDialog given={state.file} onClose={() => store.cancel()} />
        </SecurityContext.Provider>
      )}
      <WhereToExport />
      <ReEnrol />
    </SectionPage>
  );
}
