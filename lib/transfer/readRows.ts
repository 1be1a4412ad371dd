import { AppError } from '../errors';
import { cleanName } from '../otp';
import type { ImportedAccount, ImportNote, Rows, UnreadableRow } from './ImportedAccount';
import { type OtherUris, readOtherUris, withNewSecrets } from './readOtherUris';
import { throwIfUnread } from './throwIfUnread';
import { isPlainObject, watchFields } from './watchFields';

/**
 * Reads each row on its own, so that a bad row doesn't affect the others. `read` returns null for an item without
 * a code, such as a login, and throws an AppError for an unreadable item, which `name` identifies for the user.
 * An account may lack the PIN that its codes need (see `needsPin`), because files seldom contain the PIN. All
 * names are cleaned. `hasPicture` returns whether the item has a picture of the user's own, which isn't imported.
 * Links in other places of a JSON item are read too.
 */
export function readRows<Row>(
  rows: Iterable<Row>,
  read: (row: Row) => ImportedAccount | null,
  name: (row: Row) => string,
  hasPicture: (row: Row) => boolean = () => false,
): Rows {
  const accounts: ImportedAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  const others: OtherUris[] = [];
  let withoutCode = 0;
  const trashed: string[] = [];
  const pictured: string[] = [];
  for (const row of rows) {
    const readOthers = (account: ImportedAccount | null): boolean => {
      if (!isPlainObject(row)) return false;
      const found = readOtherUris(row, account ?? { issuer: name(row), account: '' });
      others.push(found);
      return found.accounts.length + found.unreadable.length > 0;
    };
    try {
      const account = readWatched(row, read);
      if (account) accounts.push(account);
      if (!readOthers(account) && !account) withoutCode++;
      if (account && hasPicture(row)) pictured.push(cleanName(name(row)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code: reason, facts } = error;
      if (reason === 'format/in-trash') trashed.push(cleanName(name(row)));
      else if (reason !== 'otp/several-uris' || !readOthers(null))
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

/** Reads a row. If the row is a JSON object, all parameters that may change the codes must be read. */
function readWatched<Row>(
  row: Row,
  read: (row: Row) => ImportedAccount | null,
): ImportedAccount | null {
  if (!isPlainObject(row)) return read(row);
  const watched = watchFields(row);
  const account = read(watched.fields as typeof row);
  if (account) throwIfUnread(watched, account.otp);
  return account;
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
