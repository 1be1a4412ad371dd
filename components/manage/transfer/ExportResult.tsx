import type { Exported } from '../../stores/createExportStore';
import { Banner, Button, Card, plural, t } from '../../ui';
import { accountName } from './accountName';
import { MigrationCodes } from './MigrationCodes';
import { PrintSheet } from './PrintSheet';
import css from './Transfer.module.css';

export interface ExportResultProps {
  readonly made: Exported;
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
  readonly print: () => void;
  readonly onDone: () => void;
}

/** The result of an export, with the names of accounts that the other app doesn't support. */
export function ExportResult({ made, matrixOf, print, onDone }: ExportResultProps) {
  return (
    <Card>
      <div class={css['form']}>
        {made.kind === 'file' && (
          <Banner tone="success" title={made.name}>
            {plural('transfer.export.saved', made.count)}
          </Banner>
        )}
        {made.kind === 'codes' && <MigrationCodes uris={made.uris} matrixOf={matrixOf} />}
        {made.kind === 'sheet' && <PrintSheet rows={made.rows} matrixOf={matrixOf} />}
        {made.kind !== 'sheet' && made.left.length > 0 && (
          <Banner tone="warning" title={plural('transfer.export.left', made.left.length)}>
            {made.left.map(accountName).join(', ')}
          </Banner>
        )}
        <div class={`${css['buttons']} ${css['noPrint']}`}>
          {made.kind === 'sheet' && (
            <Button variant="primary" icon="print" onClick={print}>
              {t('transfer.export.print')}
            </Button>
          )}
          <Button onClick={onDone}>{t('transfer.export.done')}</Button>
        </div>
      </div>
    </Card>
  );
}
