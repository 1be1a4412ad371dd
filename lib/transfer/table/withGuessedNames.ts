import { settingValue } from './columnNames';
import { type ColumnMapping, columnsOf, rowsOf, type Table } from './Table';

/** Matches values that name neither a site nor a person: links, UUIDs, hashes, dates and booleans. */
const noName =
  /^(?:\w+:\/\/.*|[\da-f]{8}-[\da-f-]{27}|[\da-f]{32,}|\d{4}-\d\d-\d\d.*|true|false)$/i;

/**
 * Completes a mapping by the values of unused columns. The first column of email addresses becomes the account,
 * the first other column of words the issuer. Only for tables whose mapping the user confirms.
 */
export function withGuessedNames(table: Table, mapping: ColumnMapping): ColumnMapping {
  const rows = rowsOf(table);
  const most = (at: number, test: (value: string) => boolean) => {
    const values = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    return values.length > 0 && values.filter(test).length * 2 > values.length;
  };
  const used = new Set(Object.values(mapping));
  const free = columnsOf(table).flatMap((_, at) =>
    !used.has(at) &&
    most(at, (value) => /\p{L}/u.test(value) && !noName.test(value) && !settingValue.test(value))
      ? [at]
      : [],
  );
  const address = free.find((at) => most(at, (value) => /^\S+@\S+$/.test(value)));
  const issuer = mapping.issuer ?? free.find((at) => at !== address);
  const account = mapping.account ?? address ?? free.find((at) => at !== issuer);
  return {
    ...mapping,
    ...(issuer === undefined ? {} : { issuer }),
    ...(account === undefined ? {} : { account }),
  };
}
