import type { ColumnRole } from '../../../lib/transfer';
import type { ImportState } from '../../stores/ImportState';
import { Select, t } from '../../ui';

export interface ColumnSelectProps {
  readonly role: ColumnRole;
  readonly asked: Extract<ImportState, { step: 'columns' }>;
  readonly onUse: (role: ColumnRole, column: number | null) => void;
}

const labels: Record<ColumnRole, () => string> = {
  secret: () => t('transfer.import.columns.roles.secret'),
  issuer: () => t('transfer.import.columns.roles.issuer'),
  account: () => t('transfer.import.columns.roles.account'),
  type: () => t('transfer.import.columns.roles.type'),
  algorithm: () => t('transfer.import.columns.roles.algorithm'),
  digits: () => t('transfer.import.columns.roles.digits'),
  period: () => t('transfer.import.columns.roles.period'),
  counter: () => t('transfer.import.columns.roles.counter'),
  encoding: () => t('transfer.import.columns.roles.encoding'),
  pin: () => t('transfer.import.columns.roles.pin'),
  url: () => t('transfer.import.columns.roles.url'),
  note: () => t('transfer.import.columns.roles.note'),
  folder: () => t('transfer.import.columns.roles.folder'),
  favorite: () => t('transfer.import.columns.roles.favorite'),
};
const none = '';
/** Maximum length of a sample in characters. */
const sampleLength = 12;
/** Matches values that may be keys, which aren't shown as samples. */
const keyLike = /^[^\s@.]{16,}$|^(?:[A-Z2-7]{4}[\s-]){3}/i;

const sampleOf = (value: string): string => {
  if (keyLike.test(value)) return '••••';
  return value.length > sampleLength ? `${value.slice(0, sampleLength)}…` : value;
};

/** Selects the column for one part of an account. Each column is shown with a sample of its values. */
export function ColumnSelect({ role, asked, onUse }: ColumnSelectProps) {
  const { lines, hasHeader } = asked.table;
  const width = Math.max(0, ...lines.slice(0, 50).map((line) => line.length));
  const options = Array.from({ length: width }, (_, at) => {
    const name =
      (hasHeader ? lines[0]?.[at]?.trim() : '') ||
      t('transfer.import.columns.column', [String(at + 1)]);
    const rows = hasHeader ? lines.slice(1, 50) : lines.slice(0, 50);
    const value = rows.map((row) => row[at]?.trim() ?? '').find((text) => text !== '');
    const sample = value && sampleOf(value);
    return {
      value: String(at),
      label: sample ? t('transfer.import.columns.sample', [name, sample]) : name,
    };
  });
  return (
    <Select
      label={labels[role]()}
      value={String(asked.mapping[role] ?? none)}
      options={[{ value: none, label: t('transfer.import.columns.none') }, ...options]}
      onChange={(value) => onUse(role, value === none ? null : Number(value))}
    />
  );
}
