import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { ExportStore } from '../../stores/createExportStore';
import { Banner, Button, Card, number, t } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import { useHash } from '../useHash';
import { FirstAccount } from '../welcome/FirstAccount';
import { ExportForm } from './ExportForm';
import { ExportResult } from './ExportResult';
import css from './Transfer.module.css';

export interface ExportPageProps {
  readonly store: ExportStore;
  /** Returns the modules of a QR code for a text. */
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
  readonly print: () => void;
}

/** Returns the ids in a path such as `#/export/id,id`, or null if it names no accounts. */
function idsIn(hash: string): ReadonlySet<string> | null {
  const [, ids = ''] = /^#\/export\/([\w,-]+)$/.exec(hash) ?? [];
  return ids === '' ? null : new Set(ids.split(','));
}

/** Exports accounts to other apps. Asks for the passphrase first. */
export function ExportPage({ store, matrixOf, print }: ExportPageProps) {
  useEffect(() => () => store.forget(), [store]);
  const hash = useHash();
  const only = useMemo(() => idsIn(hash), [hash]);
  useLayoutEffect(() => {
    store.only.value = only;
    return () => (store.only.value = null);
  }, [store, only]);
  const made = store.made.value;
  const { all } = useManage().accounts;
  const isEmpty = all.value?.length === 0;
  return (
    <SectionPage title={t('transfer.export.title')} hint={t('transfer.export.hint')}>
      {made ? (
        <ExportResult made={made} matrixOf={matrixOf} print={print} onDone={() => store.forget()} />
      ) : isEmpty ? (
        <FirstAccount />
      ) : (
        <>
          {only && (
            <Banner
              actions={
                <Button onClick={() => goTo('#/export')}>{t('transfer.export.exportAll')}</Button>
              }
            >
              {t('transfer.export.only', [number(only.size)])}
            </Banner>
          )}
          <Card>
            <ExportForm store={store} />
          </Card>
          <div class={css['noPrint']}>
            <Banner>
              {t('transfer.export.backup')}{' '}
              <a href="#/security">{t('transfer.export.backupLink')}</a>
            </Banner>
          </div>
        </>
      )}
    </SectionPage>
  );
}
