import type { Exported } from '../../stores/createExportStore';
import { QrCode, t } from '../../ui';
import { accountName } from './accountName';
import css from './Transfer.module.css';

export interface PrintSheetProps {
  readonly rows: Extract<Exported, { kind: 'sheet' }>['rows'];
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
}

const keyOf = (uri: string): string =>
  (/[?&]secret=([^&]*)/.exec(uri)?.[1] ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Every account with its QR code and its key, for printing. */
export const PrintSheet = ({ rows, matrixOf }: PrintSheetProps) => (
  <ul class={css['sheet']} aria-label={t('transfer.kinds.print')}>
    {rows.map((row, index) => (
      <li key={index} class={css['card']}>
        <QrCode
          matrix={matrixOf(row.uri)}
          label={t('transfer.export.codeFor', [accountName(row)])}
          size={200}
        />
        <strong>{accountName(row)}</strong>
        <span>{row.issuer && row.account}</span>
        <code>{keyOf(row.uri)}</code>
      </li>
    ))}
  </ul>
);
