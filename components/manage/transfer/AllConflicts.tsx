import { type ImportStore, isConflict } from '../../stores/createImportStore';
import type { ImportRow } from '../../stores/ImportState';
import { Select, t } from '../../ui';
import { choices } from './choices';

export interface AllConflictsProps {
  readonly rows: readonly ImportRow[];
  readonly store: Pick<ImportStore, 'chooseConflicts'>;
}

/** Sets the same choice for all conflicts. Renders nothing if there are too few conflicts. */
export function AllConflicts({ rows, store }: AllConflictsProps) {
  const chosen = rows.filter(isConflict).map(({ choice }) => choice);
  const [first] = chosen;
  if (!first || chosen.length < 2) return null;
  const value = chosen.every((choice) => choice === first) ? first : 'mixed';
  const mixed = { value: 'mixed' as const, label: t('transfer.import.mixed') };
  return (
    <Select
      label={t('transfer.import.allConflicts')}
      value={value}
      options={value === 'mixed' ? [mixed, ...choices()] : choices()}
      onChange={(choice) => choice !== 'mixed' && store.chooseConflicts(choice)}
    />
  );
}
