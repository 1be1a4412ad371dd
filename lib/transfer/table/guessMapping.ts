import { isOtpUri } from '../readUris';
import {
  accountNames,
  issuerNames,
  otherNames,
  plainName,
  secretNames,
  settingValue,
  suspectName,
  titleNames,
  vagueSecretNames,
} from './columnNames';
import { type ColumnMapping, type ColumnRole, columnsOf, rowsOf, type Table } from './Table';

export interface Guess {
  readonly mapping: ColumnMapping;
  /** Whether the columns are known well enough to read the table without asking. */
  readonly certain: boolean;
}

/** Matches the item types of password managers that have no codes. */
const itemType =
  /^(?:|\d|login|password|website|securenote|note|card|creditcard|identity|alias|web ?account|logins|server|other)$/i;
const base32Key = /^(?=.*[A-Z2-7])[A-Z2-7\s-]{16,}=*$/i;

/** Guesses the roles of columns by their names or, if the names don't help, by their values. */
export function guessMapping(table: Table): Guess {
  const names = columnsOf(table).map(plainName);
  const rows = rowsOf(table);
  const valuesOf = (at: number) => rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
  const first = (wanted: readonly string[]) =>
    wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
  const hasUri = names.findIndex((_, at) => valuesOf(at).some(isOtpUri));
  const byName = first(secretNames);
  // Prefers a column of links, because a link has more data than a key.
  const secret = pick([
    hasUri >= 0 && !secretNames.includes(names[hasUri] ?? '') && byName === undefined ? hasUri : -1,
    byName ?? -1,
    first(vagueSecretNames) ?? -1,
    names.findIndex((_, at) => isKeyColumn(valuesOf(at))),
  ]);
  const issuer = first(issuerNames) ?? first(titleNames);
  const named = first(accountNames.filter((name) => name !== names[issuer ?? -1]));
  // If another column is the issuer, a name column is the account.
  const account = named ?? (first(issuerNames) === undefined ? undefined : first(titleNames));
  const others = Object.entries(otherNames).flatMap(([role, wanted]) => {
    const at = first(wanted);
    const taken = at === undefined || [secret, issuer, account].includes(at);
    return taken || (role === 'type' && valuesOf(at).every((value) => itemType.test(value)))
      ? []
      : [[role, at] as const];
  });
  const mapping = withoutMissing({ ...Object.fromEntries(others), secret, issuer, account });
  const used = new Set(Object.values(mapping));
  const suspects = names.some(
    (name, at) =>
      !used.has(at) &&
      !secretNames.includes(name) &&
      valuesOf(at).length > 0 &&
      (suspectName.test(name) || valuesOf(at).every((value) => settingValue.test(value))),
  );
  const isNamed = byName !== undefined || (hasUri >= 0 && secret === hasUri);
  return { mapping, certain: isNamed && !suspects };
}

/** Returns the names of columns that the mapping doesn't use. */
export const unusedColumns = (table: Table, mapping: ColumnMapping): string[] =>
  columnsOf(table).filter(
    (name, at) => name !== '' && !Object.values(mapping).some((used) => used === at),
  );

/** Whether most values of a column may be keys, so that a mistyped key doesn't hide the column. */
const isKeyColumn = (values: readonly string[]): boolean => {
  const keys = values.filter((value) => base32Key.test(value) || isOtpUri(value));
  return keys.length > 0 && keys.length >= values.length / 2;
};

const pick = (places: readonly number[]): number | undefined => places.find((at) => at >= 0);

const withoutMissing = (all: Partial<Record<ColumnRole, number | undefined>>): ColumnMapping =>
  Object.fromEntries(Object.entries(all).filter(([, at]) => at !== undefined));
