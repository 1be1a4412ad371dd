import { type ColumnMapping, type ColumnRole, columnsOf, rowsOf, type Table } from './Table';

/** The values by which a column of settings is recognized, whatever its name. */
const settings: readonly (readonly [ColumnRole, RegExp])[] = [
  ['type', /^(?:totp|hotp|steam)$/i],
  ['algorithm', /^(?:hmac-?)?sha-?(?:1|256|512)$/i],
  ['digits', /^(?:[5-9]|10)$/],
  ['period', /^(?:15|20|30|45|60|90|120|180|300)$/],
];

/**
 * Completes a mapping by unused columns whose values are all settings of codes. Only for tables whose mapping the
 * user confirms.
 */
export function withGuessedSettings(table: Table, mapping: ColumnMapping): ColumnMapping {
  const rows = rowsOf(table);
  const guessed: Partial<Record<ColumnRole, number>> = { ...mapping };
  for (const at of columnsOf(table).keys()) {
    const values = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    const isUsed = Object.values(guessed).includes(at);
    const found = settings.find(
      ([role, shape]) => guessed[role] === undefined && values.every((value) => shape.test(value)),
    );
    if (found && !isUsed && values.length > 0) guessed[found[0]] = at;
  }
  return guessed;
}
