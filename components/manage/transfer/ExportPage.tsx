import { useEffect } from 'preact/hooks';
import type { ExportStore } from '../../stores/createExportStore';
import { Banner, Card, t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { ExportForm } from './ExportForm';
import { ExportResult } from './ExportResult';
import css from './Transfer.module.css';

export interface ExportPageProps {
  readonly store: ExportStore;
  /** Returns the modules of a QR code for a text. */
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
  readonly print: () => void;
}

/** Exports accounts to other apps. Asks for the passphrase first. */
export function ExportPage({ store, matrixOf, print }: ExportPageProps) {
  useEffect(() => () => store.forget(), [store]);
  const made = store.made.value;
  return (
    <SectionPage title={t('transfer.export.title')} hint={t('transfer.export.hint')}>
      {made ? (
        <ExportResult made={made} matrixOf={matrixOf} print={print} onDone={() => store.forget()} />
      ) : (
        <>
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
