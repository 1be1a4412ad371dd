import { AppError } from '../errors';
import { cleanName } from '../otp';
import type { ImportedAccount, ImportNote, Rows, UnreadableRow } from './ImportedAccount';
import type { OtherUris } from './readOtherUris';
import { withNewSecrets } from './withNewSecrets';

export interface RowReader<Row> {
  /**
   * Returns null for an item without a code, such as a login. Throws an AppError for an unreadable item. An account
   * may lack the PIN that its codes need (see `needsPin`), because files seldom contain the PIN.
   */
  readonly read: (row: Row) => ImportedAccount | null;
  /** Identifies an unreadable item for the user. */
  readonly name: (row: Row) => string;
  /** Returns whether the item has a picture of the user's own, which isn't imported. */
  readonly hasPicture?: (row: Row) => boolean;
  /** Returns the codes in other places of an item. By default, there are none. */
  readonly readOthers?: (row: Row, account: ImportedAccount | null) => OtherUris;
}

const none: OtherUris = { accounts: [], unreadable: [] };

/** Reads each row on its own, so that a bad row doesn't affect the others. All names are cleaned. */
export function readEach<Row>(
  rows: Iterable<Row>,
  { read, name, hasPicture = () => false, readOthers = () => none }: RowReader<Row>,
): Rows {
  const accounts: ImportedAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  const others: OtherUris[] = [];
  let withoutCode = 0;
  const trashed: string[] = [];
  const pictured: string[] = [];
  for (const row of rows) {
    const hasOthers = (account: ImportedAccount | null): boolean => {
      const found = readOthers(row, account);
      others.push(found);
      return found.accounts.length + found.unreadable.length > 0;
    };
    try {
      const account = read(row);
      if (account) accounts.push(account);
      if (!hasOthers(account) && !account) withoutCode++;
      if (account && hasPicture(row)) pictured.push(cleanName(name(row)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code: reason, facts } = error;
      if (reason === 'format/in-trash') trashed.push(cleanName(name(row)));
      else if (reason !== 'otp/several-uris' || !hasOthers(null))
        unreadable.push({ name: cleanName(name(row)), reason, facts });
    }
  }
  const more = withNewSecrets(
    accounts,
    others.flatMap((found) => found.accounts),
  );
  // An item with several codes may show the same link in several rows.
  const told = new Set(unreadable.map((row) => JSON.stringify(row)));
  for (const row of others.flatMap((found) => found.unreadable))
    if (told.size < told.add(JSON.stringify(row)).size) unreadable.push(row);
  const notes: ImportNote[] = [
    { code: 'items-without-code', facts: { count: withoutCode } },
    { code: 'in-trash', facts: someOf(trashed) },
    { code: 'pictures-ignored', facts: someOf(pictured) },
  ];
  const given = notes.filter(({ facts }) => facts['count'] !== 0);
  return {
    accounts: [...accounts, ...more].map(withCleanNames),
    unreadable,
    ...(given.length > 0 && { notes: given }),
  };
}

const someOf = (names: readonly string[]) => ({
  count: names.length,
  names: names.slice(0, 12).join(', '),
});

const withCleanNames = (imported: ImportedAccount): ImportedAccount => ({
  ...imported,
  issuer: cleanName(imported.issuer),
  account: cleanName(imported.account),
});
